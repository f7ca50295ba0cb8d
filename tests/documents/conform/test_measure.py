"""Each clause of GB/T 9704-2012 passes on a right document and fails on one that was drawn wrong on purpose."""

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from jizhou_desktop.documents.conform.measure import measure
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Role

EM, CELL = 16 * 25.4 / 72, 156 / 28
BUREAU = "天津市蓟州区工业和信息化局"
BODY = (2, Role.FANGSONG, "为推动创新转型，现将有关事项通知如下，请认真落实。")
SHORT = (2, Role.FANGSONG, "请认真贯彻执行。")


def faults(file):
    return [
        f"{finding.clause} {finding.text} {finding.expected} {finding.found}"
        for finding in measure(file)
        if not finding.ok
    ]


def test_a_right_document_passes_every_clause(draw):
    file = draw()
    assert faults(file) == []
    clauses = {finding.clause for finding in measure(file)}
    assert clauses == {
        "P-01", "P-02", "P-03", "P-04", "H-01", "H-02", "H-03", "H-04", "H-05", "H-07", "B-01", "B-02", "B-03",
        "B-04", "B-05", "B-08", "B-09", "B-10", "R-01", "R-02", "R-03", "N-01",
    }  # fmt: skip


WRONG = {
    "左边距偏 3 mm": ({"left": 31}, "P-02 订口"),
    "天头偏上 3 mm": ({"top": 34}, "P-02 天头"),
    "天头偏下 5 mm": ({"top": 42}, "P-02 天头"),
    "B5 纸": ({"paper": (182, 257)}, "P-01 用纸幅面"),
    "行距过大": ({"row": 11.2}, "P-03 每面 22 行"),
    "字距未撑到 28 字": ({"cell": EM}, "P-03 每行 28 字"),
    "正文 15 磅": ({"size": 15}, "P-04 正文字号"),
    "正文用宋体": ({"body_role": Role.SONG}, "P-04 正文字体"),
    "正文灰色": ({"body_colour": (0.5, 0.5, 0.5)}, "P-04 正文颜色"),
    "密级用仿宋": ({"secrecy_role": Role.FANGSONG}, "H-02 密级和保密期限字体"),
    "标志不红": ({"mark_colour": (0, 0, 0)}, "H-04 发文机关标志（红色）"),
    "标志偏低 4 mm": ({"mark_top": 76}, "H-04 发文机关标志上边缘"),
    "标志不居中": ({"mark_shift": 5}, "H-04 发文机关标志居中"),
    "标志用黑体": ({"mark_role": Role.HEI}, "H-04 发文机关标志字体"),
    "文号加第字": ({"number": "蓟州政发〔2020〕第5号"}, "H-05 发文字号写法"),
    "文号编虚位": ({"number": "蓟州政发〔2020〕005号"}, "H-05 发文字号写法"),
    "文号用方括号": ({"number": "蓟州政发[2020]5号"}, "H-05 发文字号写法"),
    "文号空一行": ({"number_rows": 1}, "H-05 发文机关标志下空二行"),
    "文号不居中": ({"number_shift": 6}, "H-05 发文字号居中"),
    "上行文文号顶格": ({"signer": "张立新", "number_shift": -EM}, "H-05 上行文发文字号居左空一字"),
    "签发人姓名用仿宋": ({"signer": "张立新", "signer_role": Role.FANGSONG}, "H-06 签发人姓名字体"),
    "红线偏低": ({"rule_gap": 7}, "H-07 发文字号下 4 mm"),
    "红线过短": ({"rule_width": 150}, "H-07 红色分隔线与版心等宽"),
    "标题 18 磅": ({"title_size": 18}, "B-01 标题字号"),
    "标题用黑体": ({"title_role": Role.HEI}, "B-01 标题字体"),
    "标题不居中": ({"title_shift": 4}, "B-01 标题居中"),
    "标题紧贴红线": ({"title_rows": 1}, "B-01 红色分隔线下空二行"),
    "标题末行一字": ({"title": ("关于印发蓟州区中小企业创新转型计划", "书")}, "B-01 标题末行不止一字"),
    "标题沙漏形": (
        {"title": ("关于印发蓟州区中小企业创新转型", "行动计划", "任务分解表和考核办法等的通知")},
        "B-01 标题排列",
    ),
    "主送机关紧贴标题": ({"addressee_rows": 1}, "B-02 标题下空一行"),
    "主送机关用半角冒号": ({"addressee": "各乡镇人民政府，各有关单位:"}, "B-02 主送机关末尾"),
    "首页无正文": ({"body": ()}, "B-03 首页显示正文"),
    "段首空一字": ({"body": ((1, Role.FANGSONG, "为推动创新转型，现通知如下。"),)}, "B-03 段首空二字"),
    "一级标题用楷体": ({"body": ((2, Role.KAI, "一、总体要求"), BODY)}, "B-03 一级标题"),
    "二级标题用黑体": ({"body": ((2, Role.HEI, "（一）总体要求"), BODY)}, "B-03 二级标题"),
    "三级标题用黑体": ({"body": ((2, Role.HEI, "1.总体要求"), BODY)}, "B-03 三级标题"),
    "四级标题用黑体": ({"body": ((2, Role.HEI, "（1）总体要求"), BODY)}, "B-03 四级标题"),
    "行首句号": ({"body": (BODY, (0, Role.FANGSONG, "。各单位抓紧落实。"))}, "B-03 行首"),
    "行尾前引号": ({"body": (BODY, (0, Role.FANGSONG, "各单位抓紧落实“"))}, "B-03 行尾"),
    "此页无正文": ({"more": ((2, Role.FANGSONG, "（此页无正文）"),)}, "B-05 不使用“此页无正文”"),
    "署名独占一页": ({"more": (), "annexes": ()}, "B-05 成文日期所在页有正文"),
    "附件说明顶格": ({"annexes": ((0, "附件：行动计划任务分解表"),)}, "B-04 附件说明左空二字"),
    "附件名称后有句号": ({"annexes": ((2, "附件：行动计划任务分解表。"),)}, "B-04 附件名称后不加标点"),
    "附件序号不对齐": ({"annexes": ((2, "附件：1.分解表"), (2, "2.分配表"))}, "B-04 附件顺序号对齐"),
    "日期右空三字": ({"date_free": 3.2}, "B-05 成文日期右空四字"),
    "署名不以日期居中": ({"signed_free": 4}, "B-05 署名以成文日期为准居中"),
    "日期编虚位": ({"date": "2020年07月21日"}, "B-08 成文日期写法"),
    "日期用汉字": ({"date": "二〇二〇年七月二十一日"}, "B-08 成文日期写法"),
    "不盖章日期未移二字": (
        {"signed": BUREAU, "signed_free": 2, "date_left": 184 - 13 * EM - CELL, "ending_rows": 2},
        "B-06 成文日期首字比署名首字右移二字",
    ),
    "不盖章正文下空二行": ({"signed": BUREAU, "signed_free": 2, "date_left": 184 - 13 * EM}, "B-06 正文下空一行署名"),
    "附注顶格": ({"note_indent": 0}, "B-09 附注居左空二字"),
    "附件用仿宋": ({"annex_role": Role.FANGSONG}, "B-10 “附件”字体"),
    "附件标题在第二行": ({"annex_title_row": 2}, "B-10 附件标题在第三行"),
    "附件标题不居中": ({"annex_title_shift": 3}, "B-10 附件标题居中"),
    "版记首末线过细": ({"thick": 0.25}, "R-01 版记首条分隔线粗"),
    "版记中间线过粗": ({"thin": 0.35}, "R-01 版记中间分隔线粗"),
    "版记不落版心底": ({"colophon_end": 257}, "R-01 末条分隔线与版心下边缘重合"),
    "抄送 16 磅": ({"copies_size": 16}, "R-02 抄送机关字号"),
    "抄送顶格": ({"copies_shift": -14 * 25.4 / 72}, "R-02 抄送机关左空一字"),
    "抄送末尾无句号": ({"copies": ("抄送：区委各部门，区检察院",)}, "R-02 抄送机关末尾标句号"),
    "印发日期无印发": ({"printed": "2020年7月22日"}, "R-03 印发机关和印发日期"),
    "印发日期编虚位": ({"printed": "2020年07月22日印发"}, "R-03 印发日期写法"),
    "页码贴版心": ({"number_gap": 3}, "N-01 一字线距版心下边缘 7 mm"),
    "页码小四": ({"number_size": 12}, "N-01 页码字号"),
    "页码用仿宋": ({"number_role": Role.FANGSONG}, "N-01 页码字体"),
    "页码用短横": ({"number_form": "- {} -"}, "N-01 页码写法"),
    "份号四号": ({"corner_size": 14}, "H-01 份号字号"),
    "份号不顶格": ({"corner_left": 31}, "H-01 份号顶格"),
    "密级四号": ({"corner_size": 14}, "H-02 密级和保密期限字号"),
    "紧急程度四号": ({"corner_size": 14}, "H-03 紧急程度字号"),
    "紧急程度用宋体": ({"urgency_role": Role.SONG}, "H-03 紧急程度字体"),
    "紧急程度在密级之上": ({"corner_rows": (1, 3, 2)}, "H-03 份号、密级、紧急程度的次序"),
    "标志宽过版心": ({"mark_size": 40}, "H-04 发文机关标志不宽于版心"),
    "文号用黑体": ({"number_face": Role.HEI}, "H-05 发文字号字体"),
    "文号四号": ({"number_points": 14}, "H-05 发文字号字号"),
    "签发人用黑体": ({"signer": "张立新", "signer_label": Role.HEI}, "H-06 “签发人”字体"),
    "签发人用半角冒号": ({"signer": "张立新", "signer_colon": ":"}, "H-06 签发人后标全角冒号"),
    "签发人顶右": ({"signer": "张立新", "signer_shift": EM}, "H-06 签发人居右空一字"),
    "签发人与文号不同行": ({"signer": "张立新", "number_drop": -8}, "H-06 发文字号与最后一个签发人姓名同行"),
    "红线偏右": ({"rule_left": 32}, "H-07 红色分隔线左端"),
    "正文出下边": ({"more": (BODY,) * 23, "annexes": ()}, "P-02 末行下边缘不出版心"),
    "一面 23 行": ({"more": (BODY,) * 23, "annexes": ()}, "P-03 每面行数"),
    "一行 30 字": ({"body": ((0, Role.FANGSONG, "各" * 30),), "cell": 5.2}, "P-03 每行字数"),
    "每行只排 27 字": ({"body": ((0, Role.FANGSONG, "各" * 27),) * 5}, "P-03 每行 28 字（满行字数）"),
    "附件说明不空行": ({"annex_gap": 0}, "B-04 正文下空一行"),
    "署名离日期远": ({"signed_rows": 1.4}, "B-05 署名在成文日期之上"),
    "署名出版心": ({"signed": "天津市蓟州区中小企业创新转型工作领导小组办公室综合组"}, "B-05 署名不出版心"),
    "不盖章署名离日期远": (
        {"signed": BUREAU, "signed_free": 2, "date_left": 184 - 13 * EM, "signed_rows": 1.4, "ending_rows": 2},
        "B-06 署名下一行为成文日期",
    ),
    "不盖章署名顶右": (
        {"signed": "天津市蓟州区市场监管局", "signed_free": 0, "date_left": 184 - 11 * EM + 2 * CELL, "ending_rows": 2},
        "B-06 署名右空二字",
    ),
    "日期四号": ({"date_size": 14}, "B-08 成文日期字号"),
    "附注无后括号": ({"note": "（此件公开发布"}, "B-09 附注加圆括号"),
    "附注隔行": ({"note_rows": 2}, "B-09 附注在成文日期下一行"),
    "附件四号": ({"annex_size": 14}, "B-10 “附件”字号"),
    "版记线过短": ({"colophon_right": 180}, "R-01 版记分隔线与版心等宽"),
    "版记线偏右": ({"colophon_left": 31, "colophon_right": 187}, "R-01 版记分隔线左端"),
    "抄送与印发之间无线": ({"inner_rule": False}, "R-01 版记要素之间加分隔线"),
    "抄送用半角冒号": ({"copies": ("抄送:区委各部门，区检察院。",)}, "R-02 “抄送”后标全角冒号"),
    "主送移到版记用半角冒号": (
        {"copies": ("主送:区委各部门。", "抄送：区检察院。"), "copies_turned": 0},
        "R-02 “主送”后标",
    ),
    "主送移到版记用宋体": (
        {"copies": ("主送：区委各部门。", "抄送：区检察院。"), "copies_turned": 0, "colophon_role": Role.SONG},
        "R-02 主送机关字体",
    ),
    "主送移到版记无句号": (
        {"copies": ("主送：区委各部门", "抄送：区检察院。"), "copies_turned": 0},
        "R-02 主送机关末尾",
    ),
    "抄送右不空字": (
        {"copies": ("抄送：区委各部门，区人大常委会办公室，区政协办公室，区法院。",)},
        "R-02 抄送机关右空一字",
    ),
    "抄送回行顶格": ({"copies": ("抄送：区委各部门，", "区检察院。"), "copies_turned": 0}, "R-02 抄送机关回行"),
    "版记独面有页码": ({"colophon_alone": True}, "N-01 空白页和版记页不编排页码"),
    "份号三位": ({"copy_number": "001"}, "H-01 份号位数"),
    "份号在第二行": ({"corner_rows": (2, 3, 4)}, "H-01 份号在第一行"),
    "密级在第三行": ({"corner_rows": (1, 3, 4)}, "H-02 密级和保密期限在第二行"),
    "密级无五角星": ({"secrecy": "秘密1年"}, "H-02 密级和保密期限写法"),
    "紧急程度隔一行": ({"corner_rows": (1, 2, 4)}, "H-03 紧急程度在其上要素的下一行"),
    "紧急程度写成急件": ({"urgency": "急件"}, "H-03 版心左上角的要素"),
    "请示无签发人": ({"title": ("关于拨付专项资金的请示",)}, "H-06 签发人（上行文）"),
    "标题断词": ({"title": ("关于印发蓟州区中小企", "业创新转型行动计划的通知")}, "B-01 标题回行不断开词语"),
    "标题断机关名称": ({"title": ("天津市蓟州区", "人民政府关于印发行动计划的通知")}, "B-01 标题回行不断开词语"),
    "标题断年份": ({"title": ("关于印发蓟州区中小企业2020", "年行动计划的通知")}, "B-01 标题回行不断开词语"),
    "主送机关空二字": ({"addressee_indent": 2}, "B-02 主送机关顶格"),
    "主送机关无冒号": ({"addressee": "各乡镇人民政府，各有关单位"}, "B-02 主送机关末尾"),
    "主送机关用黑体": ({"addressee_role": Role.HEI}, "B-02 主送机关字体"),
    "主送机关四号": ({"addressee_size": 14}, "B-02 主送机关字号"),
    "正文与主送机关隔行": ({"body_rows": 2}, "B-03 正文在主送机关下一行"),
    "第一段顶格": ({"body": ((0, Role.FANGSONG, "为推动创新转型，现通知如下。"), BODY)}, "B-03 每个自然段左空二字"),
    "第二段顶格": ({"body": (BODY, SHORT, (0, *SHORT[1:]))}, "B-03 每个自然段左空二字"),
    "序数用半角括号": ({"body": ((2, Role.KAI, "(一)总体要求"), BODY)}, "B-03 结构层次序数写法"),
    "序数后加顿号": ({"body": ((2, Role.FANGSONG, "1、总体要求"), BODY)}, "B-03 结构层次序数写法"),
    "正文一行用宋体": ({"body": (BODY, (2, Role.SONG, "请认真落实。"))}, "P-04 正文字体"),
    "有一行字距拉开": ({"body": (BODY, SHORT), "wide_line": 1}, "P-03 每行 28 字（字距）"),
    "附件说明缺": ({"annexes": ()}, "B-04 附件说明"),
    "附件说明用半角冒号": ({"annexes": ((2, "附件:行动计划任务分解表"),)}, "B-04 “附件”后标全角冒号"),
    "附件说明用黑体": ({"annex_note_role": Role.HEI}, "B-04 附件说明字体"),
    "附件说明四号": ({"annex_note_size": 14}, "B-04 附件说明字号"),
    "少一个附件": ({"annex_names": (("附件1", "行动计划任务分解表"),)}, "B-10 附件说明与所附附件数"),
    "附件标题与说明不一": (
        {"annex_names": (("附件1", "任务分解表"), ("附件2", "补贴资金分配表"))},
        "B-10 附件标题与附件说明一致",
    ),
    "附件接在正文后": ({"more": (BODY, (0, Role.HEI, "附件1"), BODY)}, "B-10 附件另面编排"),
    "附件写成附件一": (
        {"annex_names": (("附件一", "行动计划任务分解表"), ("附件2", "补贴资金分配表"))},
        "B-10 “附件”及顺序号写法",
    ),
    "附件不顶格": ({"annex_left": 34}, "B-10 “附件”顶格"),
    "附件在第二行": ({"annex_row": 2}, "B-10 “附件”在第一行"),
    "附件标题用黑体": ({"annex_title_role": Role.HEI}, "B-10 附件标题字体"),
    "无署名": ({"signed": ""}, "B-05 发文机关署名"),
    "署名用楷体": ({"signed_role": Role.KAI}, "B-05 署名字体"),
    "署名四号": ({"signed_size": 14}, "B-05 署名字号"),
    "署名离正文太远": ({"ending_rows": 6}, "B-05 印章顶端距正文一行之内"),
    "日期用黑体": ({"date_role": Role.HEI}, "B-08 成文日期字体"),
    "日期写法认不出": ({"date": "2020.7.21"}, "B-08 成文日期（右侧、署名之下）"),
    "附注用楷体": ({"note_role": Role.KAI}, "B-09 附注字体"),
    "附注四号": ({"note_size": 14}, "B-09 附注字号"),
    "附注不加括号": ({"note": "此件公开发布"}, "B-09 附注加圆括号"),
    "抄送用宋体": ({"colophon_role": Role.SONG}, "R-02 抄送机关字体"),
    "印发用宋体": ({"colophon_role": Role.SONG}, "R-03 印发机关字体"),
    "印发日期顶右": ({"printed_shift": 5}, "R-03 印发日期右空一字"),
    "页码左右相反": ({"sides_swapped": True}, "N-01 单页码居右空一字"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_each_clause_fails_on_a_page_made_wrong_on_purpose(draw, wrong):
    changes, expected = WRONG[wrong]
    found = faults(draw(**changes))
    assert any(fault.startswith(expected) for fault in found), found


def test_an_upward_document_with_its_signer_passes(draw):
    file = draw(signer="张立新", number="蓟州政报〔2020〕5号")
    assert faults(file) == []
    assert "H-06" in {finding.clause for finding in measure(file)}


def test_an_unstamped_ending_passes_and_is_told_apart(draw):
    file = draw(signed=BUREAU, signed_free=2, date_left=184 - 13 * EM, ending_rows=2)
    assert [fault for fault in faults(file) if fault.startswith("B-0")] == []
    assert "B-06" in {finding.clause for finding in measure(file)}


def test_a_line_of_the_signature_may_not_hide_an_annex_entry(draw):
    """An annex's second entry also begins far from the margin; it must not be taken for the office's name."""
    found = [finding for finding in measure(draw()) if finding.text == "署名以成文日期为准居中"]
    assert len(found) == 1


def test_a_scan_without_text_is_told(sheet):
    sheet.page()
    sheet.rect(20, 20, 100, 100)
    with pytest.raises(UserError, match="没有可以读取的文字"):
        measure(sheet.finish().file)


def test_any_other_paper_is_measured_without_stumbling(sheet):
    sheet.page()
    sheet.text(20, 20, "收据", Role.HEI, 12)
    clauses = {finding.clause for finding in measure(sheet.finish().file) if not finding.ok}
    assert {"H-04", "H-05", "H-07", "B-03", "R-03", "N-01"} <= clauses


def test_no_check_is_left_untried(draw, untried):
    """Every check that a right document passes is failed by one of the wrong ones above."""
    full = ((0, Role.FANGSONG, "各" * 28),) * 5
    unstamped = {"signed": BUREAU, "signed_free": 2, "date_left": 184 - 13 * EM, "ending_rows": 2}
    rights = ({}, {"signer": "张立新", "body": full}, unstamped)
    clauses = {finding.clause for changes in rights for finding in measure(draw(**changes))}
    left = untried(
        lambda: (draw(**changes) for changes in rights), lambda: (draw(**one) for one, _ in WRONG.values()), clauses
    )
    assert left == {"P-04 字体嵌入文件", "H-06 签发人姓名每行不超过两个"}, "tried below, and with several signers"


def test_a_font_that_is_not_in_the_file_is_told(tmp_path):
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(tmp_path / "other.pdf"))
    canvas.setFont("STSong-Light", 16)
    canvas.drawString(100, 700, "关于印发行动计划的通知")
    canvas.save()
    found = next(finding for finding in measure(tmp_path / "other.pdf") if finding.text == "字体嵌入文件")
    assert not found.ok
    assert "STSong-Light" in found.found
