import re
from pathlib import Path

from participatie.uitwisseling.rules_mapping import ImportMapping, read_mapping
from participatie.uitwisseling.types import Veld

TEXT = Path("docs/programma-importeren.md").read_text()


def test_every_field_is_documented() -> None:
    assert [veld for veld in Veld if f"`{veld.value}`" not in TEXT] == []


def test_every_setting_of_a_mapping_is_documented() -> None:
    assert [name for name in ImportMapping.model_fields if name not in TEXT] == []


def test_the_mapping_in_the_manual_can_be_read() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    mapping = read_mapping(example, is_json=False)
    assert mapping.money_columns(["Krediet 2027"])[0][:2] == ("Krediet 2027", 2027)
