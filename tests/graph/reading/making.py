"""Files built for the tests of reading: PDF, WARC and pages, all with invented words."""

import io
from collections.abc import Sequence

from pypdf import PdfWriter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TEXT = "Die Regierung in Teheran hat die Berichte am Freitag zurückgewiesen."
MORE = "Ein Sprecher nannte sie frei erfunden und verlangte von den Nachbarn eine Entschuldigung."


def pdf(pages: Sequence[Sequence[str]], *, title: str | None = None, made: str | None = None, author: str | None = None) -> bytes:
    """A PDF file with these lines on its pages, in a font that knows German letters."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, lines in enumerate(pages):
        shown = b"".join(b"(" + _escaped(line) + b") Tj T*\n" for line in lines)
        content = b"BT /F1 11 Tf 14 TL 50 800 Td\n" + shown + b"ET"
        box = "/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {5 + 2 * at} 0 R >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    about = {"Title": title, "Author": author, "CreationDate": made}
    told = b"".join(b"/%b (%b) " % (name.encode(), _escaped(value)) for name, value in about.items() if value)
    return _assembled([*objects, b"<< %b>>" % told])


def locked(data: bytes, password: str) -> bytes:
    """The same PDF behind a password."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def _assembled(objects: Sequence[bytes]) -> bytes:
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, each in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    start, size = len(out), len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size + b"".join(b"%010d 00000 n \n" % at for at in offsets)
    out += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, size - 1, start)
    return bytes(out)


def page(
    *paragraphs: str, title: str = "Nein aus Teheran", site: str = "Morgenblatt", address: str | None = None, around: str = "",
    head: str = "",
) -> bytes:  # fmt: skip
    """A page as news sites make them: menu, article with byline, pointers to other articles, footer."""
    link = f'<link rel="canonical" href="{address}">' if address else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{title} | {site}</title>{link}{head}
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{site}">
<meta name="author" content="Ida Feder"><meta property="article:published_time" content="2024-06-03T08:15:00+02:00">
<meta property="article:modified_time" content="2024-06-05T10:00:00+02:00"></head><body>
<header><nav><ul><li><a href="/politik">Politik</a></li><li><a href="/wetter">Wetter</a></li></ul></nav></header>
<main><article><h1>{title}</h1><p class="byline">Von Ida Feder</p>{body}{around}</article></main>
<footer><p>© {site} Verlag. Alle Rechte vorbehalten. Impressum und Datenschutz.</p></footer></body></html>""".encode()


def warc(*answers: tuple[str, bytes, str], status: str = "200 OK", packed: bool = True) -> bytes:
    """A web archive of answers: address, body and media type of each."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    for address, body, kind in answers:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(address, "response", io.BytesIO(body), length=len(body), http_headers=headers)
        writer.write_record(record)
    return stream.getvalue()
