"""職員用の用紙: any form of the catalogue as a blank sheet for the pen, outside every visit.

A form that only staff may hand out (procedures with `staff_only`) exists for the program in this way alone: no visit
names it, fills it or counts it. The audit keeps that a blank sheet was made, not which one.
"""

from kiosk.bootstrap.program import Program
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import SiteError
from kiosk.model.filled import FilledForm
from kiosk.press.alignment import alignment
from kiosk.press.jobs import PrintJob, sized
from kiosk.render.drawlist import DrawList
from kiosk.render.pdf import PdfPage

ACTION = "blank-paper"


def blank_paper(program: Program, form: str, *, by: str = "office") -> PrintJob:
    """The newest valid version of a form, blank and ready to print. Raises SiteError when there is no such form."""
    template = program.book.template(form, program.clock.today())
    if template is None:
        names = "、".join(sorted({name for name, _ in program.book.templates}))
        raise SiteError("F04", what="その番号の様式はありません。", mend=f"次から選んでください: {names}")
    bare = FilledForm(template=template.id, version=template.version, digest=template.digest)
    content = program.renderer.blank_pdf(bare)
    program.store.audit.append(AuditEvent(at=program.clock.now(), by=by, action=ACTION))
    first = template.pages[0]
    return PrintJob(content, two_sided=template.sides == "two", paper=sized(first.width, first.height))


def alignment_paper(program: Program) -> PrintJob:
    """The sheet with which a printer is measured; nothing of anybody is on it."""
    device, words = program.device, program.words
    shift = words("align-now", right=f"{device.print_right:g}", down=f"{device.print_down:g}")
    sheet = alignment((words("align-title"), words("align-measure"), words("align-write"), shift))
    empty = DrawList(width=sheet.width, height=sheet.height)
    return PrintJob(program.renderer.document([PdfPage(sheet, empty)], title=words("align-title")))
