"""What lies in deploy/ fits the program: its commands, settings, paths and names are real."""

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from mongyudo.backends.registry import names
from mongyudo.cli import group
from mongyudo.cli.serve import PORT
from mongyudo.journey import runpod_worker
from mongyudo.settings import Settings

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = [name for name, service in SERVICES.items() if service["image"] == "mongyudo"]
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
ENDURED_EXPOSURE = 2.0
"""Of 10, by `systemd-analyze security`."""


def parse(words: list[str], commands: click.Group = group) -> None:
    """Parse a command line as `mongyudo` does, without running it; it raises for a wrong one."""
    context = click.Context(commands, **group.context_settings)
    command = commands.get_command(context, words[0])
    assert command is not None, words
    if isinstance(command, click.Group):
        parse(words[1:], command)
    else:
        command.make_context(words[0], words[1:], parent=context)


def check_settings(given: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The settings that the variables make; an unknown one, or a bad value, fails."""
    ours = {name: value for name, value in given.items() if name.startswith("MONGYUDO_")}
    known = {"MONGYUDO_" + field.upper() for field in Settings.model_fields}
    assert set(ours) <= known
    for name, value in ours.items():
        monkeypatch.setenv(name, re.sub(r"\$\{(\w+)[^}]*\}", r"diary.example.org", value))
    return Settings()


def words_of(instruction: str) -> list[str]:
    """The words of the Dockerfile's one instruction of that name, in its JSON form."""
    (found,) = re.findall(rf"^{instruction} (?:.* CMD )?(\[.*\])$", DOCKERFILE, re.MULTILINE)
    words: list[str] = json.loads(found)
    return words


@pytest.mark.parametrize("name", OURS)
def test_a_service_s_command_and_settings_are_ours(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = SERVICES[name]
    parse(service["command"])
    settings = check_settings(service["environment"], monkeypatch)
    if "--multi-user" in service["command"]:
        assert settings.host_names == ("diary.example.org",)
        proxy = SERVICES["proxy"]["networks"]["front"]["ipv4_address"]
        assert settings.trusted_proxies == (proxy,)


def test_the_compose_file_uses_what_it_names_and_names_what_it_uses() -> None:
    for kind in ("networks", "secrets"):
        used = {each for service in SERVICES.values() for each in service.get(kind, ())}
        assert used == set(COMPOSE[kind])
    mounts = [mount.split(":")[0] for s in SERVICES.values() for mount in s.get("volumes", ())]
    named = {mount for mount in mounts if not mount.startswith((".", "/"))}
    assert named == set(COMPOSE["volumes"])
    for mount in mounts:
        assert not mount.startswith(".") or (DEPLOY / mount).exists()
    for service in SERVICES.values():
        for other in service.get("depends_on", {}):
            assert "healthcheck" in SERVICES[other] or other == "web"
    build = SERVICES["web"]["build"]
    assert (DEPLOY / build["context"] / build["dockerfile"]).samefile(DEPLOY / "Dockerfile")


def test_no_secret_stands_in_the_compose_file() -> None:
    for secret in COMPOSE["secrets"].values():
        assert secret["file"].startswith("./secrets/")
        assert not (DEPLOY / secret["file"]).exists()
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if re.search("PASSWORD|KEY|SECRET", name):
                assert name.endswith("_FILE")
                assert Path(value).name in service["secrets"]
    assert not re.search(r"://\w+:\w+@", (DEPLOY / "compose.yaml").read_text(encoding="utf-8"))


def test_the_proxy_reaches_the_port_of_the_pages() -> None:
    upstream = SERVICES["proxy"]["environment"]["DIARY_UPSTREAM"]
    assert upstream == f"web:{PORT}"
    assert f"{{$DIARY_UPSTREAM:127.0.0.1:{PORT}}}" in (DEPLOY / "Caddyfile").read_text()
    assert "front" in SERVICES["web"]["networks"]
    assert "ports" not in SERVICES["web"], "only the proxy is open to the world"


def test_the_image_copies_what_is_there_and_runs_what_we_know() -> None:
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines()
    for sources in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE):
        for source in sources.split():
            assert (ROOT / source).exists()
            assert f"!{source}" in ignored
    (lock,) = re.findall(r"^ARG LOCK=(\w+)$", DOCKERFILE, re.MULTILINE)
    assert (ROOT / "requirements" / f"{lock}.txt").exists()
    assert "--require-hashes -r requirements/${LOCK}.txt" in DOCKERFILE
    assert words_of("ENTRYPOINT") == ["mongyudo"]
    parse(words_of("CMD"))
    assert re.search(r"^USER mongyudo$", DOCKERFILE.split("FROM")[-1], re.MULTILINE)
    assert f"EXPOSE {PORT}" in DOCKERFILE
    compile(words_of("HEALTHCHECK")[2], "HEALTHCHECK", "exec")


def test_the_worker_s_image_copies_what_is_there_and_runs_what_we_know(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = (DEPLOY / "Dockerfile.runpod").read_text(encoding="utf-8")
    ignored = (DEPLOY / "Dockerfile.runpod.dockerignore").read_text().splitlines()
    for sources in re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE):
        for source in sources.split():
            assert (ROOT / source).exists()
            assert f"!{source.partition('/')[0]}" in ignored
    for lock in re.findall(r"-r (requirements/[\w.]+)", text):
        assert re.search(rf"^COPY .*{re.escape(lock)}", text, re.MULTILINE)
    (given,) = re.findall(r"^ENV (.*)$", text, re.MULTILINE)
    check_settings(dict(word.split("=", 1) for word in given.split()), monkeypatch)
    (command,) = re.findall(r"^CMD (\[.*\])$", text, re.MULTILINE)
    assert json.loads(command) == ["python", "-u", "-m", runpod_worker.__name__]
    assert re.search(r"^USER mongyudo$", text.split("FROM")[-1], re.MULTILINE)


def test_the_worker_s_lock_holds_its_sdk_and_the_models_as_they_are_elsewhere() -> None:
    ours, models = (
        set(re.findall(r"^([a-z0-9-]+==[^ ]+)", (ROOT / "requirements" / name).read_text(), re.M))
        for name in ("runpod.txt", "models.txt")
    )
    wanted = {"diffusers", "transformers", "peft", "accelerate", "safetensors", "numpy", "av"}
    assert any(each.startswith("runpod==1.") for each in ours)
    assert not any(each.startswith("dbos==") for each in ours)
    for each in models:
        if each.partition("==")[0] in wanted:
            assert each in ours


def test_the_pod_works_on_a_queue_that_we_know(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (DEPLOY / "sky-render.yaml").read_text(encoding="utf-8")
    told = yaml.safe_load(text)
    assert set(told["secrets"].values()) == {None}
    given = {**told["envs"], **dict.fromkeys(told["secrets"], "x")}
    settings = check_settings(given, monkeypatch)
    assert settings.home == Path(given["MONGYUDO_HOME"])
    lines = [*told["setup"].splitlines(), *told["run"].splitlines()]
    for line in (each for each in lines if each.startswith("./mongyudo")):
        words = shlex.split(line)[1:]
        if words[0] == "setup":
            assert (ROOT / "requirements" / f"{words[1]}.txt").exists()
        else:
            parse([given["MODEL"] if word == "$MODEL" else word for word in words])
    assert given["MODEL"] in names()
    for flag in re.findall(r"--secret (\w+)", text):
        assert flag in told["secrets"] or flag == "NAME"


def lines_of(unit: Path, key: str) -> list[str]:
    """The values of a key of a unit."""
    return re.findall(rf"^{key}=(.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_starts_a_command_that_we_know(unit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = dict(line.split("=", 1) for line in lines_of(unit, "Environment"))
    (started,) = lines_of(unit, "ExecStart")
    words = [re.sub(r"\$\{(\w+)\}", lambda m: environment[m[1]], w) for w in shlex.split(started)]
    assert Path(words[0]).name == "mongyudo"
    parse(words[1:])
    check_settings(environment, monkeypatch)
    credentials = {line.split(":")[0] for line in lines_of(unit, "LoadCredential")}
    named = {value[3:] for value in environment.values() if value.startswith("%d/")}
    assert named == credentials


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_takes_the_unit_and_finds_it_closed(unit: Path, tmp_path: Path) -> None:
    copy = tmp_path / unit.name
    text = unit.read_text(encoding="utf-8")
    copy.write_text(text.replace("/opt/mongyudo/bin/mongyudo", shutil.which("true") or ""))
    verified = analyze("verify", copy)
    assert verified.returncode == 0
    assert not verified.stderr
    told = analyze("security", "--offline=true", copy).stdout
    (exposure,) = re.findall(r"Overall exposure level for \S+: ([\d.]+)", told)
    assert float(exposure) < ENDURED_EXPOSURE


def analyze(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Ask systemd."""
    return subprocess.run(
        ["systemd-analyze", "--no-pager", *words], capture_output=True, text=True, check=False
    )
