"""The file to be taken along, in the formats of the trade."""

from threading import Lock

from starlette.responses import Response

from aktenlage.publish.export import FORMATS, Material
from aktenlage.publish.web.desk import Desk, Missing

# What is larger is written anew each time, so that memory stays free.
_LARGEST_KEPT = 4 * 2**20
_PATIENCE = 5
_one_at_a_time = Lock()


def exports(desk: Desk) -> Response:
    """Answer with the list of formats."""
    return desk.page("export.html", formats=list(FORMATS.values()))


def export(desk: Desk) -> Response:
    """Answer with the file in one format, as something to keep."""
    form = FORMATS.get(desk.request.path_params["format"])
    if form is None:
        raise Missing
    base = desk.permanent("")
    name = ("export", form.name, desk.language, base)
    written: bytes | None = desk.room.known(desk.generation, name)
    if written is None:
        # Whoever asks for many at once must not keep the pages waiting.
        if not _one_at_a_time.acquire(timeout=_PATIENCE):
            return desk.page("message.html", status=503, title="web.refused", text="web.busy")
        try:
            view = desk.view
            written = form.write(Material(view.dossier(*view.kinds), view.reading, desk.language, base))
        except ModuleNotFoundError:
            return desk.page("message.html", status=501, title="web.refused", text="export.missing")
        finally:
            _one_at_a_time.release()
        if len(written) <= _LARGEST_KEPT:
            desk.kept(name, lambda: written)
    headers = {"Content-Disposition": f'attachment; filename="aktenlage.{form.ending}"'}
    return Response(written, media_type=form.media_type, headers=headers)
