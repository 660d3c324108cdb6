from types import SimpleNamespace

from participatie.gebiedsprogrammas.rules_boekje import number


def programma(*project_ids):
    regels = tuple(
        SimpleNamespace(item=SimpleNamespace(project_id=project_id)) for project_id in project_ids
    )
    groep = SimpleNamespace(doelen=(SimpleNamespace(regels=regels),))
    return SimpleNamespace(groepen=(groep,), heel=())


def test_a_project_has_one_number_in_all_years() -> None:
    assert number([programma(7, 3), programma(3, 9)]) == {7: 1, 3: 2, 9: 3}
