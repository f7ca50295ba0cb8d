"""Long work: off the window's thread, answers back on it, stopped when asked, failures told."""

import threading

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.ui.work_panel import WorkPanel


@pytest.fixture
def panel(shown):
    return shown(WorkPanel())


def test_the_answer_comes_back_on_the_windows_thread(panel, qtbot):
    threads, answers = [], []

    def job(report):
        threads.append(threading.current_thread())
        report(1, 2, "一半")
        return 42

    def done(answer):
        answers.append((answer, threading.current_thread()))

    assert panel.run("做事", job, done)
    assert panel.busy
    assert not panel.run("另一件", job, done)
    qtbot.waitUntil(lambda: not panel.busy)
    assert answers == [(42, threading.main_thread())]
    assert threads[0] is not threading.main_thread()


def test_a_failure_is_told_and_frees_the_panel(panel, qtbot):
    def job(_report):
        raise UserError("磁盘已满。")

    with qtbot.waitSignal(panel.failed) as told:
        panel.run("做事", job, lambda _answer: None)
    assert str(told.args[0]) == "磁盘已满。"
    assert not panel.busy


def test_cancelled_work_stops_at_its_next_report(panel, qtbot):
    started, steps, answers = threading.Event(), [], []

    def job(report):
        for step in range(10_000):
            report(step, 10_000, "")
            steps.append(step)
            started.set()
            threading.Event().wait(0.001)

    panel.run("做事", job, answers.append)
    assert started.wait(5)
    panel.stop.click()
    qtbot.waitUntil(lambda: not panel.busy, timeout=5_000)
    assert len(steps) < 10_000
    assert answers == []
