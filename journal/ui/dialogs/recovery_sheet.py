"""The recovery sheet on paper: printed, or as a PDF to print elsewhere."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QMarginsF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QFileDialog, QWidget


def _page(code: str) -> QTextDocument:
    say = QCoreApplication.translate
    groups = code.split("-")
    cells = [f"<td><small>{n}</small>&nbsp; <b><tt>{escape(group)}</tt></b></td>"
             for n, group in enumerate(groups, start=1)]  # fmt: skip
    rows = "".join(f"<tr>{''.join(cells[at : at + 4])}</tr>" for at in range(0, len(cells), 4))
    texts = (
        say("RecoverySheet", "This code alone opens your journal, also when the passphrase is forgotten."),
        say("RecoverySheet", "Keep this sheet away from the computer, where you keep what matters."),
        say("RecoverySheet", 'On the lock page, choose "Use my recovery sheet" and type the eight groups.'),
    )
    document = QTextDocument()
    document.setHtml(
        f"<h2>{escape(say('RecoverySheet', 'Recovery sheet of your networking journal'))}</h2>"
        f"<p>{escape(texts[0])}</p><table cellpadding='8' style='font-size:15pt'>{rows}</table>"
        f"<p>{escape(texts[1])}</p><p>{escape(texts[2])}</p>"
    )
    return document


def _print_on(device: QPagedPaintDevice, code: str) -> None:
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(20, 20, 20, 20),
            QPageLayout.Unit.Millimeter,
        )
    )  # fmt: skip
    _page(code).print_(device)


def picture(code: str) -> QImage:
    """How the sheet will look."""
    document, margin = _page(code), 60
    document.setTextWidth(640)
    image = QImage(640 + 2 * margin, round(document.size().height()) + 2 * margin, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(margin, margin)
    look = QAbstractTextDocumentLayout.PaintContext()
    look.palette = QPalette(Qt.GlobalColor.black, Qt.GlobalColor.white)
    document.documentLayout().draw(painter, look)
    painter.end()
    return image


def save(owner: QWidget, code: str) -> bool:
    """Asks where, and writes a PDF; False where she cancels or it cannot be written."""
    name = QCoreApplication.translate("RecoverySheet", "Recovery sheet")
    chosen, _ = QFileDialog.getSaveFileName(owner, name, f"{name}.pdf", "*.pdf")
    return bool(chosen) and write_pdf(chosen, code)


def write_pdf(file: str, code: str) -> bool:
    writer = QPdfWriter(file)
    _print_on(writer, code)
    del writer
    from pathlib import Path

    return Path(file).is_file()


def print_it(owner: QWidget, code: str) -> bool:
    """Asks for a printer; False where she cancels."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter()
    if QPrintDialog(printer, owner).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    _print_on(printer, code)
    return True
