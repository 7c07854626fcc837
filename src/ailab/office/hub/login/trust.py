"""How a machine of the class learns to trust this centre: the authority's certificate, and a page that says what to do with it."""

from typing import Any, Final

from jupyterhub.handlers.base import BaseHandler
from tornado.web import HTTPError

from ailab.lang import as_language
from ailab.office.centre import Centre
from ailab.office.hub.login.readers import Reader
from ailab.office.hub.tls import fingerprint

FILE: Final = "ca.crt"


class TrustPage(BaseHandler):
    """Shows what to do; nobody needs to be logged in."""

    def initialize(self, centre: Centre) -> None:
        """Keep the centre."""
        self.centre = centre

    async def get(self) -> None:
        """Show the page where there is an authority at all."""
        print_of = fingerprint(self.centre)
        if not print_of:
            raise HTTPError(404)
        language = as_language(self.get_argument("lang", "")) or self.centre.settings.language
        address = f"{self.request.protocol}://{self.request.host}{self.request.path}"
        facts = {"page": Reader(language=language, centre=self.centre.settings.name), "fingerprint": print_of, "address": address}
        self.finish(await self.render_template("trust.html", **facts, qr=_qr(address), file=f"{self.hub.base_url}ailab/{FILE}"))


class AuthorityFile(BaseHandler):
    """Gives the certificate, as systems take it to install."""

    def initialize(self, centre: Centre) -> None:
        """Keep the centre."""
        self.centre = centre

    def get(self) -> None:
        """Send the file; the key beside it is never sent."""
        path = self.centre.tls / FILE
        if not path.is_file():
            raise HTTPError(404)
        self.set_header("Content-Type", "application/x-x509-ca-cert")
        self.set_header("Content-Disposition", f'attachment; filename="{self.centre.settings.code}-{FILE}"')
        self.finish(path.read_bytes())


def _qr(address: str) -> Any:
    import segno

    return segno.make(address, error="m", micro=False).svg_data_uri(scale=6, border=2)
