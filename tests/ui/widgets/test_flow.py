from PySide6.QtWidgets import QLabel

from groupwork.ui.widgets.flow import Flow


def test_widgets_wrap_onto_further_lines_when_it_gets_narrow(qtbot):
    labels = [QLabel(f"label number {n}") for n in range(6)]
    flow = Flow(*labels)
    qtbot.addWidget(flow)
    wide = flow.heightForWidth(2000)
    assert flow.heightForWidth(labels[0].sizeHint().width() + 4) >= 6 * wide
    flow.resize(2000, 50)
    flow.show()
    assert {label.y() for label in labels} == {0}


def test_clearing_leaves_nothing(qtbot):
    flow = Flow(QLabel("a"), QLabel("b"))
    qtbot.addWidget(flow)
    flow.clear()
    assert flow.layout().count() == 0
