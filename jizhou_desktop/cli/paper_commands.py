"""Commands about paper: papers, print, printed, conform."""

import argparse
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from jizhou_desktop.cli.answer import DONE, FOUND_PROBLEMS, Answer
from jizhou_desktop.cli.parser import Commands
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import missing_words
from jizhou_desktop.tasks import preview, print_many, print_out, printed, resources, type_faces, workspaces


def add_commands(commands: Commands) -> None:
    """Adds this family to the parser."""
    command = commands.add_parser("papers", help="列出可以打印的文书")
    command.set_defaults(run=run_papers)

    command = commands.add_parser("print", help="打印一份文书为 PDF；公文也可写成 Word（.docx）")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.arguments.add_argument("paper", metavar="PAPER", help="文书代号，见 jizhou papers")
    command.options.add_argument("--year", type=int, metavar="Y", help="年度（默认为行动计划年度）")
    command.options.add_argument("--subject", metavar="UID", help="企业或申报的记录号")
    command.options.add_argument("--place", metavar="CODE", help="乡镇、街道、园区代码")
    command.options.add_argument("--all", action="store_true", help="每个对象一份，--out 为文件夹")
    command.options.add_argument("--out", required=True, metavar="FILE", type=Path, help="写到这个文件")
    command.set_defaults(run=run_print)

    command = commands.add_parser("printed", help="列出打印登记；用摘要取出留存的原件")
    command.arguments.add_argument("folder", metavar="DIR", type=Path, help="工作目录")
    command.options.add_argument("--digest", metavar="X", help="要取出的文书的摘要，写出开头几位即可")
    command.options.add_argument("--out", metavar="FILE", type=Path, help="取出到这个文件")
    command.set_defaults(run=run_printed)

    command = commands.add_parser("faces", help="列出文书所用的字体，有没有代用的")
    command.set_defaults(run=run_faces)

    command = commands.add_parser("conform", help="按 GB/T 9704—2012 逐条测量一份公文 PDF")
    command.arguments.add_argument("file", metavar="FILE", type=Path, help="公文的 PDF 文件")
    command.set_defaults(run=run_conform)


def run_papers(args: argparse.Namespace) -> Answer:  # noqa: ARG001  — every command is called alike
    """The list of papers with their stable ids."""
    papers = print_out.papers()
    width = max(len(paper.id) for paper in papers)
    lines = [
        f"{paper.id:<{width}}  {paper.title}{f'（需要 {paper.needs_text}）' if paper.needs else ''}" for paper in papers
    ]
    plain = [{"id": paper.id, "title": paper.title, "needs": list(paper.needs)} for paper in papers]
    return Answer(lines, {"papers": plain})


def run_faces(args: argparse.Namespace) -> Answer:  # noqa: ARG001  — every command is called alike
    """The face of each role; status 1 where one is played by a stand-in."""
    faces = type_faces.role_faces()
    lines = [f"{face.role.label}：{face.name}{'（代用字体）' if face.stand_in else ''}" for face in faces]
    plain = [{"role": str(face.role), "name": face.name, "stand_in": face.stand_in} for face in faces]
    notes = list(type_faces.about_other_faces())
    status = FOUND_PROBLEMS if any(face.stand_in for face in faces) else DONE
    return Answer([*lines, *notes], {"faces": plain, "notes": notes}, status)


def run_print(args: argparse.Namespace) -> Answer:
    """One paper as a file; status 1 where some character is in no face and could not be drawn."""
    now = datetime.now().astimezone()
    if args.all:
        return _print_all(args, now)
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        paper = print_out.print_paper(
            workspace, args.paper, year=args.year, subject=args.subject, place=args.place, out=args.out, now=now
        )
    faces = {str(role): face for role, face in paper.faces.items()}
    data = {"file": str(paper.file), "pages": paper.pages, "faces": faces, "missing": list(paper.missing)}
    lines = [f"已写出 {paper.file}，共{paper.pages}页。", *filter(None, [missing_words(paper.missing)])]
    return Answer(lines, data, FOUND_PROBLEMS if paper.missing else DONE)


def _print_all(args: argparse.Namespace, now: datetime) -> Answer:
    """The paper about every record that it may be about, one file each."""
    paper = print_out.paper_of(args.paper)
    year = args.year or resources.latest_plan().year
    report = (lambda *_: None) if args.json else (lambda _done, _total, step: print(step))
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        about = print_many.subject_ids(workspace, paper, year)
        made = print_many.print_many(workspace, paper.id, about, year=year, folder=args.out, now=now, report=report)
    missing = list(dict.fromkeys(character for done in made for character in done.missing))
    lines = [f"已写出{len(made)}份到 {args.out}。", *filter(None, [missing_words(missing)])]
    data = {"files": [str(done.file) for done in made], "missing": missing}
    return Answer(lines, data, FOUND_PROBLEMS if missing else DONE)


def run_printed(args: argparse.Namespace) -> Answer:
    """The register of printed papers, the latest first; or one kept paper, copied out."""
    if (args.digest is None) is not (args.out is None):
        raise UserError("取出留存的原件要同时写 --digest 和 --out。")
    now = datetime.now().astimezone()
    with workspaces.open_workspace(args.folder, now=now) as workspace:
        if args.out is not None:
            row = printed.of_digest(workspace, args.digest)
            printed.copy_kept(workspace, row, args.out)
            return Answer([f"已取出{row.title}（{row.printed_at[:10]}）到 {args.out}。"], {"papers": [asdict(row)]})
        rows = printed.printed_papers(workspace)
        names = printed.about(workspace, rows)
    lines = [
        f"{row.printed_at[:16].replace('T', ' ')}  {row.digest[:8]}  {row.title}"
        f"{f'：{names[row.subject]}' if names[row.subject] else ''}  {row.pages}页  {row.printed_by}"
        for row in rows
    ]
    return Answer([*lines, f"共{len(rows)}份。"], {"papers": [asdict(row) for row in rows]})


def run_conform(args: argparse.Namespace) -> Answer:
    """Every clause with the value asked for and the value found; status 1 where one is not kept."""
    if not args.file.is_file():
        raise UserError(f"找不到文件 {args.file}，请检查路径。")
    findings = preview.conform(args.file)
    failed = [finding for finding in findings if not finding.ok]
    lines = [
        f"[{'符合' if finding.ok else '不符'}] {finding.clause} {finding.text}"
        f"{f'（第{finding.page}页）' if finding.page else ''}：应为 {finding.expected}，实为 {finding.found}"
        for finding in findings
    ]
    lines.append(f"共测量{len(findings)}项，不符{len(failed)}项。")
    data = {"findings": [asdict(finding) for finding in findings], "count": len(findings), "failed": len(failed)}
    return Answer(lines, data, FOUND_PROBLEMS if failed else DONE)
