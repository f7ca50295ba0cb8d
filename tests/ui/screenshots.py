"""Pictures of every page in its states: python -m tests.ui.screenshots FOLDER [standard|large|elder …].

To be looked at by a person. Shows sample data as an official sees it at 1366 × 768, a common office screen: empty,
typical, long names, errors, a dry run with faults, a refused claim, a preview. Needs no display; leaves nothing else.
"""

import os
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from openpyxl import Workbook
from PySide6.QtCore import QSettings
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import resources, take_back
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.demo import demo
from jizhou_desktop.tasks.demo_roster import write_demo_roster
from jizhou_desktop.tasks.dossier_columns import USUAL
from jizhou_desktop.tasks.evidence import add_evidence
from jizhou_desktop.tasks.explain import explain
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create, open_workspace
from jizhou_desktop.tasks.year_plan import BY_ENTERPRISES
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.dossier_page import DossierPage
from jizhou_desktop.ui.error_dialog import ErrorDialog
from jizhou_desktop.ui.office_window import OfficeWindow
from jizhou_desktop.ui.preferences import Preferences
from jizhou_desktop.ui.screen_face import load_screen_face
from jizhou_desktop.ui.style import dress
from jizhou_desktop.ui.text_size import TextSize
from jizhou_desktop.ui.wizard import Wizard
from tests.ui.subsidy_pictures import take_pictures

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
LONG = "天津市蓟州区穿芳峪镇东水厂村农业科技发展有限责任公司上仓工业园区第二分公司（普通合伙）"
WIDTH, HEIGHT = 1366, 768


class Camera:
    """Takes pictures of windows after they have come to rest."""

    def __init__(self, application: QApplication, folder: Path, size: TextSize) -> None:
        self._application, self._folder, self._size = application, folder, size

    def take(self, window: QWidget, name: str) -> None:
        window.show()
        self.settle()
        window.grab().save(str(self._folder / f"{name}-{self._size}.png"))

    def grab(self, window: QWidget) -> QPixmap:
        self.settle()
        return window.grab()

    def settle(self, until: Callable[[], bool] = lambda: True, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for _ in range(8):
                self._application.processEvents()
            if until():
                break
            time.sleep(0.02)
        time.sleep(0.05)
        for _ in range(8):
            self._application.processEvents()


def windows(folder: Path, preferences: Preferences, now: datetime = NOW) -> Iterator[OfficeWindow]:
    """The window on a workspace, which is closed again afterwards."""
    with open_workspace(folder, now=now) as workspace:
        office = OfficeWindow(
            Desk(workspace, 2020, lambda: now, uids_from(f"pictures-{preferences.text_size}")), preferences
        )
        office.failed.connect(lambda error: print(f"failed: {error!r}"))
        office.window.resize(WIDTH, HEIGHT)
        yield office
        office.window.close()


def empty_pages(camera: Camera, office: OfficeWindow) -> None:
    camera.settle(lambda: not office.home.panel.busy)
    for page, name in ((office.home, "home"), (office.dossiers, "list"), (office.claims, "claims")):
        office.window.go_to(page)
        camera.take(office.window, f"empty-{name}")
    office.dossiers.open("")
    office.window.go_to(office.dossiers)
    camera.take(office.window, "empty-dossier")


def district_pages(camera: Camera, office: OfficeWindow) -> None:
    """年初计划 as the district sees it: a proposal, a split that misses the plan."""
    window, plan = office.window, office.plan
    window.show()
    camera.settle(lambda: not office.home.panel.busy)
    camera.take(window, "home-district")
    window.go_to(plan)
    plan.tree.go_to("brand-building")
    camera.take(window, "plan")
    plan.tabs.setCurrentIndex(1)
    plan.targets.propose(BY_ENTERPRISES)
    camera.take(window, "plan-proposal")
    table = plan.targets.table
    table.setData(table.index(1, 0), "9")
    camera.take(window, "plan-differs")
    plan.tabs.setCurrentIndex(2)
    plan.duties.propose()
    camera.take(window, "plan-duties")
    plan.duties.grid.throw_away()


def typical_pages(camera: Camera, office: OfficeWindow) -> None:
    window = office.window
    window.show()
    camera.settle(lambda: not office.home.panel.busy)
    camera.take(window, "home")
    transformation_pages(camera, office)
    window.go_to(office.dossiers)
    list_states(camera, office)
    office.dossiers.list.view.selectAll()
    camera.take(window, "list-selected")
    office.dossiers.list.search.setText("没有这一家")
    camera.settle(lambda: office.dossiers.list.table.rowCount() == 0)
    camera.take(window, "list-nothing-found")
    office.dossiers.list.search.clear()
    camera.settle(lambda: office.dossiers.list.table.rowCount() > 0)
    plan_pages(camera, office)
    dossier_pages(camera, office)
    carrier_pages(camera, office)
    claim_pages(camera, office)


def transformation_pages(camera: Camera, office: OfficeWindow) -> None:
    office.home.path_asked.emit("technology-enterprise")
    camera.take(office.window, "transformations-path")
    office.transformations.show_path("")
    camera.take(office.window, "transformations")
    office.transformations.open(office.transformations.list.uid_at(0))
    camera.take(office.window, "transformation")
    page = office.transformations.over
    page.steps.take(page.steps.offered()[0]) if page.steps.offered() else None
    camera.settle()
    if (dialog := QApplication.activeModalWidget()) is not None:
        camera.take(dialog, "transformation-step")
        dialog.reject()
    page.tabs.setCurrentIndex(2)
    camera.take(office.window, "transformation-evidence")
    office.transformations.clear()


def plan_pages(camera: Camera, office: OfficeWindow) -> None:
    office.window.go_to(office.plan)
    office.plan.tree.go_to("technology-enterprise")
    camera.take(office.window, "plan-township")
    office.plan.tabs.setCurrentIndex(1)
    camera.take(office.window, "plan-own-tasks")


def list_states(camera: Camera, office: OfficeWindow) -> None:
    """Grouped, narrowed, with other columns; the dialogs of batch edit and columns."""
    page = office.dossiers.list
    page.grouped.click()
    camera.settle(lambda: bool(page.groups.counted()))
    camera.take(office.window, "list-grouped")
    page.filters.narrow_to("size", ["小型"])
    camera.take(office.window, "list-narrowed")
    page.filters.clear.click()
    page.grouped.click()
    page.view.selectAll()
    page.edit_selected()
    dialog = QApplication.activeModalWidget()
    dialog.entry.set_value("100300万元")
    dialog.field.setCurrentIndex(dialog.field.findData("products"))
    dialog.entry.set_value("新产品")
    dialog.append.setChecked(True)
    camera.take(dialog, "list-batch")
    dialog.reject()
    page.choose_columns()
    dialog = QApplication.activeModalWidget()
    camera.take(dialog, "list-columns")
    dialog.reject()
    page.show_columns(["name", "place", "paths", "states", "unproved", "phone", "year.profit"])
    camera.take(office.window, "list-other-columns")
    page.show_columns(USUAL)


def dossier_pages(camera: Camera, office: OfficeWindow) -> None:
    office.window.go_to(office.dossiers)
    records = office.dossiers.list.table
    office.dossiers.open(records.row(0).uid)
    page = office.dossiers.dossier
    fill_lists(page)
    page.save()
    names = ("dossier", "dossier-figures", "dossier-people", "dossier-awards", "dossier-related")
    for place, name in enumerate(names):
        page.tabs.setCurrentIndex(place)
        camera.take(office.window, name)
    page.tabs.setCurrentWidget(page.history)
    camera.take(office.window, "dossier-history")
    page.tabs.setCurrentIndex(1)
    page._years.aid.toggle()
    camera.take(office.window, "dossier-energy")
    page.tabs.setCurrentWidget(page.qualifications)
    page.qualifications.grid.go_to(2, "issued")
    page.qualifications.grid.paste("2020721")
    page.save()
    camera.take(office.window, "dossier-awards-error")
    page.parts.throw_away()
    page.ask_to_close()
    camera.settle()
    camera.take(QApplication.activeModalWidget(), "dossier-close")
    QApplication.activeModalWidget().reject()
    page.tabs.setCurrentIndex(0)
    page.form.entry("name").set_value("")
    page.form.entry("uscc").set_value("91120225MA06K2ERO7")
    page.form.entry("capital").set_value("100300万元")
    page.form.entry("founded").set_value("2020721")
    page.save()
    camera.take(office.window, "dossier-errors")
    page.sheet.throw_away()
    page.form.entry("name").set_value(LONG)
    page.form.judge_now()
    camera.take(office.window, "dossier-long-name")
    page.sheet.throw_away()


def explanation_pages(camera: Camera, office: OfficeWindow) -> None:
    """The long-named enterprise has no code and stands elsewhere: one question answered, one being answered."""
    desk = office.dossiers._desk
    office.window.go_to(office.dossiers)
    office.dossiers.open("long")
    page = office.dossiers.dossier
    page.audit()
    asked = [problem for problem in page.problems.problems if problem.severity is Severity.QUERY]
    explain(desk.workspace, asked[:1], "企业为分公司，由总公司统一办理，已电话核实。", now=NOW)
    page.audit()
    camera.take(office.window, "dossier-explained")
    page.problems.choose(asked[-1])
    page.problems.explain()
    camera.settle()
    dialog = QApplication.activeModalWidget()
    camera.take(dialog, "explain")
    dialog.reject()


def evidence_pages(camera: Camera, office: OfficeWindow, work: Path) -> None:
    """The claimant with most evidence: a paper, a photograph with a long name, a list that is no picture."""
    desk = office.dossiers._desk
    claim = desk.workspace.records.all_of(Kind.CLAIM)[0]
    enterprise = desk.workspace.records.get(claim.parent)
    photograph = work / f"{LONG}设备照片.png"
    camera.grab(office.window).save(str(photograph))
    paper = next((desk.workspace.folder / "papers").rglob("*.pdf"))
    for record, file, kind in ((enterprise, photograph, "设备照片"), (claim, paper, "备案通知书")):
        add_evidence(
            desk.workspace, record, file, kind=kind, title=file.stem, dated="2020-10-28", uid=desk.new_uid(), now=NOW
        )
    office.window.go_to(office.dossiers)
    office.dossiers.open(enterprise.uid)
    panel = office.dossiers.dossier.evidence
    office.dossiers.dossier.tabs.setCurrentWidget(panel)
    for item in panel.tree.items:
        panel.tree.go_to(item.uid)
        camera.settle(lambda: panel.preview.words != "正在打开…")
        camera.take(office.window, f"evidence-{panel.tree.items.index(item)}")
    panel.add_files([photograph, paper])
    camera.settle()
    dialog = QApplication.activeModalWidget()
    dialog.dates[0].set_value("2020721")
    dialog.accept_typed()
    camera.take(dialog, "evidence-dialog")
    dialog.reject()


def fill_lists(page: DossierPage) -> None:
    """Rows as they are copied from a workbook, one with a long name, one run out, one that soon will."""
    if page.qualifications.grid.values_read():
        return
    contacts, products = page.people.grids
    contacts.paste("吴六顺\t法定代表人\t13800000003\n郑七安\t财务负责人\t022-29142345\t工作日上午")
    products.paste("轻型钢结构构件\t吨\t12000吨\t6800\t京津冀\n焊接机器人工装夹具\t套\t60套\t420")
    page.qualifications.grid.paste(
        "国家高新技术企业\t国家高新技术企业\t国家级\tGR201712000001\t2017.10.10\t2020.10.9\t天津市科学技术局\n"
        "科技型中小企业\t\t市级\t202012011500000001\t2020.3.2\t2021.3.1\n"
        "发明专利\t一种用于钢结构构件焊接的自动化上下料机器人夹具及其控制方法\t\tZL201910000001.1\t2019.3.1\t\t\t2\n"
        "实用新型专利\t\t\t\t2020.6.1\t\t国家知识产权局\t5"
    )
    page._years.aid.energy.paste("电力\t1352000\n柴油\t100\n天然气\t42000\t1.2143")


def carrier_pages(camera: Camera, office: OfficeWindow) -> None:
    office.window.go_to(office.carriers)
    camera.take(office.window, "carriers")
    office.carriers.open(office.carriers.list.uid_at(0))
    page = office.carriers.dossier
    camera.take(office.window, "carrier")
    page.tabs.setCurrentWidget(page.tenants)
    if not page.tenants.grid.values_read():
        page.tenants.grid.paste(
            f"天津翠屏信息技术有限公司\t91120225MA06K4FE2G\t1200\t20191201\n{LONG}\t\t850.5\t2020.3.1\n"
            "天津某某商贸有限公司\t\t300\t20180101\t20200630"
        )
        page.save()
    page.tenants.grid.go_to(0)
    camera.take(office.window, "carrier-tenants")


def claim_pages(camera: Camera, office: OfficeWindow) -> None:
    office.window.go_to(office.claims)
    camera.take(office.window, "claims")
    office.claims.pick_enterprise("smart-upgrade")
    camera.settle()
    picker = QApplication.activeModalWidget()
    camera.take(picker, "claims-picker")
    picker.reject()
    office.claims.open(office.claims.list.uid_at(0))
    camera.take(office.window, "claim")
    form = office.claims.over.form
    form.entry("investment").set_value("200")
    form.entry("equipment").set_value("130")
    form.judge_now()
    camera.take(office.window, "claim-refused")
    office.claims.over.sheet.throw_away()


def other_pages(camera: Camera, office: OfficeWindow, roster: Path) -> None:
    window = office.window
    window.go_to(office.papers)
    camera.take(window, "papers")
    office.papers.choice.edit.click()
    camera.settle(lambda: office.papers.over is not None)
    camera.take(window, "papers-edit")
    office.papers.make("assessment-notice", "")
    camera.settle(lambda: office.papers.over is not None)
    camera.settle(lambda: False, seconds=1)
    camera.take(window, "preview")
    window.go_to(office.exchange)
    camera.take(window, "exchange")
    take_in_pages(camera, office, roster)
    window.go_to(office.settings)
    camera.take(window, "settings")
    office.settings.examine()
    camera.settle(lambda: not office.settings.panel.busy)
    camera.take(window, "settings-examined")


def take_in_pages(camera: Camera, office: OfficeWindow, roster: Path) -> None:
    """Every state of taking in: choose, sheets and columns, rows, faults, done, taken back."""
    window, page = office.window, office.exchange.take_in()
    camera.take(window, "take-in")
    page.look(roster.with_name("多张表.xlsx"))
    camera.settle(lambda: not page.panel.busy)
    camera.take(window, "take-in-match")
    page.match.sheets.setCurrentRow(1)
    camera.take(window, "take-in-match-list")
    page.match.sheets.setCurrentRow(2)
    camera.take(window, "take-in-match-unknown")
    page.look(roster)
    camera.settle(lambda: not page.panel.busy)
    camera.take(window, "take-in-faults")
    page.view.show_only("")
    camera.take(window, "take-in-all")
    page.save()
    camera.settle(lambda: not page.panel.busy)
    camera.take(window, "take-in-done")
    page.take_back(take_back.register(office.exchange.desk.workspace)[0].number)
    camera.settle(lambda: not page.panel.busy)
    camera.take(window, "take-in-taken-back")


def dialogs(camera: Camera, folder: Path) -> None:
    wizard = Wizard(folder / "蓟州中小企业台账", lambda: NOW)
    camera.take(wizard, "wizard")
    wizard.finish()
    camera.take(wizard, "wizard-errors")
    dialog = ErrorDialog("时间：2020-12-01T09:30:00\n版本：0.1.0\n\nTraceback …", folder / "故障报告.txt")
    camera.take(dialog, "error")
    dialog.details.click()
    camera.take(dialog, "error-details")


def faulty_roster(file: Path) -> None:
    """The sample roster with a wrong code, a wrong phone, a change and a long new name."""
    sample = tomllib.loads((resources.resource_folder() / "demo" / "2020.toml").read_text("utf-8"))
    first, second, third, fourth = sample["enterprise"][:4]
    first["uscc"] = first["uscc"][:16] + "O" + first["uscc"][17:]
    second["phone"] = "138000"
    third["contact"] = "新联系人"
    fourth["name"], fourth["uscc"] = LONG, ""
    write_demo_roster(sample, file, now=NOW)


def unsure_workbook(file: Path) -> None:
    """A roster with odd headings and one without, a list, and a sheet that is none."""
    book = Workbook()
    roster = book.active
    roster.title = "渔阳镇花名册"
    roster.append(["渔阳镇2020年企业摸底表（单位：千元）"])
    roster.append(["序号", "单位名称", "", "老板", "去年营收", "2020年营收", "镇村", "备注说明"])
    for number, code in enumerate(("91120225MA06K2ER77", "91120225MA08R1E118", "91120225MA07XU638T"), start=1):
        roster.append([number, f"天津样例第{number}有限公司", code, "王样例", 1200 * number, 1500 * number, "渔阳", ""])
    people = book.create_sheet("企业联系人")
    people.append(["企业名称", "姓名", "职务", "电话"])
    people.append(["天津样例第1有限公司", "赵样例", "厂长", "13800000003"])
    cover = book.create_sheet("封面")
    cover.append(["关于报送企业花名册的说明"])
    book.save(file)


def add_long_name(folder: Path) -> None:
    with open_workspace(folder, now=NOW) as workspace:
        answers = {"name": LONG, "industry": "2439", "place": "穿芳峪镇"}
        save_answers(workspace, Kind.ENTERPRISE, answers, uid="long", now=NOW)


def main(folder: Path, sizes: list[TextSize]) -> None:
    application = QApplication(sys.argv[:1])
    family = load_screen_face(resources.screen_faces())
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        preferences = Preferences(QSettings(str(work / "preferences.ini"), QSettings.Format.IniFormat))
        demo(work / "渔阳镇", now=NOW)
        add_long_name(work / "渔阳镇")
        create(work / "空", office_code="120119100", clerk="王样例").close()
        create(work / "蓟州区", office_code="120119", clerk="王样例").close()
        faulty_roster(work / "花名册.xlsx")
        unsure_workbook(work / "多张表.xlsx")
        for size in sizes:
            dress(application, family, size, resources.resource_folder())
            preferences.text_size = size
            camera = Camera(application, folder, size)
            for office in windows(work / "空", preferences):
                empty_pages(camera, office)
            for office in windows(work / "蓟州区", preferences):
                district_pages(camera, office)
            take_pictures(camera, work / "局", windows, preferences)
            for office in windows(work / "渔阳镇", preferences):
                typical_pages(camera, office)
                explanation_pages(camera, office)
                evidence_pages(camera, office, work)
                other_pages(camera, office, work / "花名册.xlsx")
            dialogs(camera, work)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [TextSize(name) for name in sys.argv[2:]] or list(TextSize))
