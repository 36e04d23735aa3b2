"""Logs tell where it went wrong and not what was in it."""

import json
import logging

import pytest

from mongyudo.web.logs import JsonLines, Lines


@pytest.mark.parametrize("form", [JsonLines(), Lines()])
def test_an_error_is_logged_without_its_message(form: logging.Formatter) -> None:
    try:
        raise ValueError("호랑이가 나왔다")
    except ValueError as error:
        about = (type(error), error, error.__traceback__)
        record = logging.LogRecord("mongyudo", 40, "here", 1, "it %s", ("broke",), about)
    line = form.format(record)
    assert "it broke" in line
    assert "ValueError" in line
    assert "test_logs.py" in line
    assert "호랑이" not in line


def test_a_json_line_carries_the_parts_of_a_request() -> None:
    record = logging.LogRecord("mongyudo.requests", 20, "here", 1, "GET", (), None)
    record.told = {"route": "/", "status": 200}
    told = json.loads(JsonLines().format(record))
    assert (told["level"], told["route"], told["status"]) == ("info", "/", 200)
