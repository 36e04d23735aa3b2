"""Typed settings from `mongyudo.toml` in the working folder and MONGYUDO_* variables."""

import os
from functools import cache
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, IPvAnyNetwork, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from mongyudo.errors import SettingsError
from mongyudo.records import MOST_SEGMENTS, Style

SETTINGS_FILE = Path("mongyudo.toml")


class Settings(BaseSettings):
    """Defaults of the commands; an option on the command line always wins."""

    model_config = SettingsConfigDict(
        env_prefix="MONGYUDO_", toml_file=SETTINGS_FILE, extra="forbid", frozen=True,
        hide_input_in_errors=True,
    )  # fmt: skip

    home: Path | None = None
    """Where the diary keeps its data; unset: the platform's data folder."""
    database_url: str = ""
    """SQLAlchemy URL of a PostgreSQL for diary and jobs; unset: two SQLite files under `home`."""
    database_password_file: Path | None = None
    """File with the password of `database_url`, which then holds none."""
    storage: str = ""
    """URL of an object storage for films, such as s3://bucket/mongyudo; unset: `home`."""
    storage_playback: Literal["direct", "through"] = "direct"
    """Whether browsers fetch films from the storage by signed addresses, or through the diary."""
    multi_user: bool = False
    """Whether the diary is for several, who log in (`serve --multi-user` says so, too)."""
    host_names: tuple[str, ...] = ()
    """Names under which a diary for several is reached, such as diary.example.org."""
    trusted_proxies: tuple[str, ...] = ("127.0.0.1",)
    """Addresses of proxies whose word on a caller's address and on https is believed."""
    metrics_readers: tuple[IPvAnyNetwork, ...] = (ip_network("127.0.0.1"), ip_network("::1"))
    """Addresses or networks that a diary for several tells its metrics."""
    sign_up: Literal["invitation", "open"] = "invitation"
    """Who may sign up: those with an invitation, or anybody."""
    films_a_day: Annotated[int, Field(ge=0)] = 20
    """Films that a dreamer of a diary for several may ask for in 24 hours."""
    films_at_once: Annotated[int, Field(ge=0)] = 3
    """Films of a dreamer of a diary for several that may be under way."""
    disk_mb: Annotated[int, Field(ge=0)] = 2000
    """Megabytes that a dreamer's films and dreams may take in a diary for several."""
    changes_a_minute: Annotated[int, Field(ge=1)] = 60
    """Changes (dreams, films, links) that a dreamer of a diary for several may make a minute."""
    session_key_file: Path | None = None
    """File with the key that signs session cookies; unset: one that is made in `home`."""
    log_json: bool = False
    """Whether `serve` and `worker` log JSON lines, each request too; never words of a dream."""
    encrypt: bool = False
    """Whether dreams are encrypted in the database (`mongyudo accounts reseal` after a change)."""
    encryption_key_file: Path | None = None
    """File of keys, one a line: 32 bytes in base64; the first seals, all of them open."""
    encryption_keys: SecretStr = SecretStr("")
    """The same keys with commas, for an environment without files."""
    worker_silence_s: Annotated[float, Field(ge=1, le=3600)] = 20
    """After how many seconds without a sign a worker counts as dead, and others do its work."""
    jobs_kept_days: Annotated[int, Field(ge=1, le=3650)] = 30
    """How long records of work and files that were bought are kept; films and dreams stay."""
    voice_model: Path | None = None
    """Folder of vosk's Korean model, for dreams told aloud; unset: the extra `voice` brings it."""
    backend: str = "ink"
    """Name of the backend that films."""
    style: Style = "ink"
    """Material of the ink backend: ink on hanji, paper theatre, minhwa, or gold on indigo."""
    fps: Annotated[int, Field(ge=1, le=60)] | None = None
    """Frames per second; unset: the backend's own (ink: 24)."""
    seconds: Annotated[float, Field(ge=0.5, le=10)] | None = None
    """Length of a segment, in seconds; unset: the backend's own (ink: as long as it takes
    to read, 4 to 10)."""
    segments: Annotated[int, Field(ge=1, le=MOST_SEGMENTS)] = 2
    """Scenes a dream is split into, at most; a single sentence always stays one."""
    sound: bool = True
    """Whether films have music and the sounds of what is seen."""
    lexicon_dir: Path | None = None
    """Folder with the dreamer's own lexicon files (*.tsv), added to the built-in ones."""
    policy_dir: Path | None = None
    """Folder with an operator's policy files, used instead of the built-in ones."""
    policy_classifier: Path | None = None
    """Folder of a filter that `mongyudo policy train` made, which judges beside the rules."""
    policy_moderation: Literal["off", "openai"] = "off"
    """Who else judges dreams: OpenAI's moderation, to which they are then sent without names."""
    frames_check: Literal["auto", "required", "off"] = "auto"
    """Whether frames of trained models are looked at before a film is kept (extra `frames`)."""
    c2pa_certificate: Path | None = None
    """PEM file of certificates, the signer's first: films are then signed (C2PA)."""
    c2pa_key: Path | None = None
    """PEM file of the signer's key, unencrypted."""
    weights_dir: Path | None = None
    """Folder with a folder of weights for each open model, named as the backend."""
    adapters_dir: Path | None = None
    """Folder with LoRA adapters: one folder a backend, one file an emotion or category."""
    adapter_scale: Annotated[float, Field(ge=0, le=2)] = 1.0
    """How strongly adapters weigh: 0 is the base model alone."""
    device: str = "auto"
    """Where open models run: auto, cpu, cuda, cuda:1, mps."""
    dtype: Literal["auto", "float32", "float16", "bfloat16"] = "auto"
    """Number format of open models; auto: the release's own on a GPU, float32 on the CPU."""
    memory: str = "auto"
    """Set of memory options of open models (`mongyudo backends plan` names them)."""
    still: str = ""
    """First frame: ink, a picture file, or a text-to-image model; unset: ink where it must be."""
    library_dir: Path | None = None
    """Folder of clips among which the still "library" finds the one that fits the dream best."""
    steps: Annotated[int, Field(ge=1, le=1000)] | None = None
    """Denoising steps of open models; unset: the release's own."""
    offline: bool = False
    """Never ask a model hub, even where weights are missing."""
    acknowledged_licences: tuple[str, ...] = ()
    """Licences the operator has read and accepted, by name (`mongyudo backends` names them)."""
    clip_weights: Path | None = None
    """Folder of a CLIP in transformers' layout, by which the lab scores clips; unset: none."""
    videotuna_dir: Path | None = None
    """Folder of a VideoTuna checkout, installed by the operator, for the backend videotuna."""
    videotuna_python: str = ""
    """Python of VideoTuna's own environment; unset: .venv/bin/python in its folder."""
    videotuna_flow: Literal["videocrafter2", "cogvideox", "wan2.1", "mochi-1", "hunyuanvideo"] = (
        "videocrafter2"
    )
    """Which of VideoTuna's models films; hunyuanvideo only once its licence is acknowledged."""
    reader: Literal["offline", "llm"] = "offline"
    """Who reads dreams: this machine alone, or a language model, to which they are then sent."""
    llm_base_url: str = ""
    """Address of a server that speaks as OpenAI does, such as http://127.0.0.1:11434/v1."""
    llm_model: str = ""
    """Name of the language model; unset: OpenAI's for much work at little cost."""
    llm_timeout_s: Annotated[float, Field(gt=0, le=600)] = 60
    """How long a language model may take for an answer, in seconds."""
    openai_api_key: SecretStr = SecretStr("")
    """Key of OpenAI; unset: OPENAI_API_KEY, then the keyring."""
    llm_api_key: SecretStr = SecretStr("")
    """Key of a compatible server of one's own, where it wants one; OpenAI's never goes there."""
    runwayml_api_secret: SecretStr = SecretStr("")
    """Key of Runway; unset: RUNWAYML_API_SECRET, then the keyring."""
    runpod_api_key: SecretStr = SecretStr("")
    """Key of RunPod; unset: RUNPOD_API_KEY, then the keyring."""
    runpod_endpoint: str = ""
    """Id of the RunPod serverless endpoint that films for `runpod:` backends."""
    runpod_gpu: str = ""
    """GPU that this endpoint rents, by its name in `mongyudo backends prices`: what films cost."""
    runpod_url: str = "https://api.runpod.ai/v2"
    """Address of RunPod's serverless API; another for a gateway of one's own before it."""
    mj_api_secret: SecretStr = SecretStr("")
    """Secret of a proxy for pictures that the user runs; unset: MJ_API_SECRET, then the keyring."""

    route: Literal["local", "runway", "still", "runpod"] = "local"
    """Preset of who films: this machine, Runway, a picture first that Runway sets in motion, or an
    open model on a rented GPU."""
    diary_routes: tuple[Literal["runway", "still", "runpod"], ...] = ()
    """Routes that cost money and that dreamers of the diary may choose, each film agreed to."""
    agreed_usd: Annotated[float, Field(ge=0)] = 0.0
    """Dollars that a film may cost without anybody being asked; 0: always ask."""
    budget_film_usd: Annotated[float, Field(ge=0)] = 5.0
    """Dollars that one film may cost at most, whoever says yes."""
    budget_day_usd: Annotated[float, Field(ge=0)] = 20.0
    """Dollars that all films together may cost in 24 hours."""
    mj_url: str = ""
    """Address of a proxy of one's own that speaks as midjourney-proxy does; unset: none is used."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Explicit values, then the environment, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def data_folder(settings: Settings) -> Path:
    """Where data is kept: `home`, or the platform's data folder. It need not be there."""
    from click import get_app_dir

    return settings.home or Path(get_app_dir("mongyudo"))


@cache
def load_settings() -> Settings:
    """The settings of this process; raises SettingsError naming each key that cannot stand."""
    _refuse_unknown_variables()
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(_explain(error)) from error
    except ValueError as error:  # TOMLDecodeError: the file is not TOML
        raise SettingsError(f"{SETTINGS_FILE} is not valid TOML: {error}") from error


def _refuse_unknown_variables() -> None:
    prefix = "MONGYUDO_"
    given = sorted(name for name in os.environ if name.startswith(prefix))
    fields = Settings.model_fields
    unknown = [name for name in given if name.removeprefix(prefix).lower() not in fields]
    if unknown:
        known = ", ".join(prefix + field.upper() for field in Settings.model_fields)
        raise SettingsError(f"unknown variable {', '.join(unknown)}. Known: {known}")


def _explain(error: ValidationError) -> str:
    faults = []
    for fault in error.errors():
        key = ".".join(str(part) for part in fault["loc"])
        value = "" if _may_be_secret(fault["loc"][0]) else f" = {fault['input']!r}"
        faults.append(f"{key}{value}: {fault['msg']}")
    known = ", ".join(Settings.model_fields)
    return f"settings: {'; '.join(faults)}. Known keys: {known}"


def _may_be_secret(key: int | str) -> bool:
    """Whether a value is not for the screen: a secret, or that of a misspelt key, maybe one."""
    field = Settings.model_fields.get(str(key))
    return field is None or field.annotation is SecretStr
