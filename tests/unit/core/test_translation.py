from flask_babel import lazy_gettext
from markupsafe import escape


def test_a_lazy_text_with_the_text_of_a_user_is_escaped(app) -> None:
    with app.test_request_context():
        question = lazy_gettext("Wat doet u bij %(titel)s?", titel="<script>")
        assert escape(question) == "Wat doet u bij &lt;script&gt;?"
