"""Pictures to send in: whole, broken and dressed up as something they are not."""

import io
import struct
import zlib

from PIL import Image

EXIF_ORIENTATION, EXIF_GPS = 0x0112, 0x8825
TURNED_RIGHT = 6


def picture(kind="JPEG", size=(64, 48), colour="teal", **save) -> bytes:
    """A plain picture."""
    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, kind, **save)
    return target.getvalue()


def picture_with_exif() -> bytes:
    """A photo held upright by its EXIF, with the place where it was taken."""
    exif = Image.Exif()
    exif[EXIF_ORIENTATION] = TURNED_RIGHT
    exif.get_ifd(EXIF_GPS)[1] = "N"
    return picture(size=(64, 48), exif=exif, comment=b"thuis bij mij")


def bomb(side=60_000) -> bytes:
    """A PNG of a few bytes that claims to be billions of dots."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(b"\0"))


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64)
ZIP_END = b"PK\x05\x06" + bytes(18)

NO_PHOTOS = {
    "text": (b"dit is geen foto", "foto.jpg"),
    "empty": (b"", "foto.jpg"),
    "svg": (SVG, "foto.svg"),
    "svg called png": (SVG, "foto.png"),
    "gif": (picture("GIF"), "foto.gif"),
    "heic": (HEIC, "IMG_0001.HEIC"),
    "bomb": (bomb(), "foto.png"),
    "large but no bomb": (bomb(9_000), "foto.png"),
    "truncated": (picture(size=(400, 300), quality=95)[:900], "foto.jpg"),
    "truncated png": (picture("PNG", size=(400, 300))[:300], "foto.png"),
    "jpeg called png": (picture(), "foto.png"),
    "jpeg called exe": (picture(), "foto.exe"),
    "jpeg without a name": (picture(), "foto"),
    "jpeg and html": (picture() + b"<ScRiPt>alert(1)</script>", "foto.jpg"),
    "jpeg and zip": (picture() + ZIP_END, "foto.jpg"),
    "pdf and jpeg": (b"%PDF-1.7\n" + picture(), "foto.jpg"),
    "png header only": (b"\x89PNG\r\n\x1a\n", "foto.png"),
    "webp header only": (b"RIFF\x10\0\0\0WEBPVP8 ", "foto.webp"),
}
