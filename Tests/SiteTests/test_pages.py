"""What every page promises in a browser: light and dark, wide and narrow, on paper, from a disk and under a prefix."""

import unittest

from inspection import inspections


class Pages(unittest.TestCase):
    maxDiff = None

    def check(self, fault):
        """Fails with the faults of every page that has some."""
        faults = {page: fault(found) for page, found in inspections().items()}
        self.assertEqual({page: told for page, told in faults.items() if told}, {})

    def test_axe_finds_nothing(self):
        self.check(lambda found: found["axe"])

    def test_no_page_scrolls_sideways(self):
        self.check(lambda found: found["sideways"])

    def test_nothing_is_cut_off_on_a_screen(self):
        self.check(lambda found: found["clipped"])

    def test_nothing_is_said_on_the_console(self):
        self.check(lambda found: found["said"])

    def test_every_request_is_answered_by_the_site(self):
        self.check(lambda found: found["failed"] + found["foreign"])

    def test_pages_are_light(self):
        def heavy(found):
            limit = (200 if found["rich"] else 61) * 1024
            return {"weight": found["weight"], **found["parts"]} if found["weight"] > limit or found["requests"] > 12 else None

        self.check(heavy)

    def test_nothing_moves_while_a_page_comes(self):
        self.check(lambda found: found["shifts"])

    def test_the_text_needs_no_script(self):
        self.check(lambda found: None if found["share"] >= 0.95 and found["links"] else found["share"])

    def test_characters_of_charts_stand_in_columns(self):
        self.check(lambda found: found["charts"] + found["unnamed"])

    def test_paper_is_white_and_complete(self):
        self.check(lambda found: found["paper"])


if __name__ == "__main__":
    unittest.main()
