"""What is known about names."""

from __future__ import annotations

from lint.lexicon.known_names import CAPITAL, COUNTRY, GIVEN, PLACE, SURNAME, lookup, well_known_near


def test_names_say_what_they_are_the_name_of():
    assert lookup("Turkey") & COUNTRY
    assert lookup("Ankara") & CAPITAL
    assert lookup("Anna") & GIVEN
    assert lookup("Nilsson") & SURNAME
    assert lookup("Ohio") & PLACE
    assert lookup("Turke") == 0


def test_a_well_known_name_is_found_from_one_slip():
    assert "Istanbul" in well_known_near("Instanbul")
    assert "Bangladesh" in well_known_near("Bangaldesh")
    assert well_known_near("Istanbul") == ()
