"""The pages. They work without scripts; scripts save drafts and follow films."""

from calendar import Calendar
from dataclasses import replace
from datetime import date, timedelta
from typing import Annotated, Any
from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Form, Path, Query, Request, UploadFile
from fastapi.responses import FileResponse, RedirectResponse, Response
from starlette.background import BackgroundTask

from mongyudo.diary import voice
from mongyudo.diary.diary import Diary
from mongyudo.diary.export import as_json, as_markdown
from mongyudo.diary.files import file_of
from mongyudo.diary.films import NotFoundError, shared_film
from mongyudo.diary.quotas import DiskQuotaError, FilmQuotaError
from mongyudo.diary.routes import needs_consent, quote, ways
from mongyudo.diary.values import from_json
from mongyudo.diary.views import EntryView, FilmView, film_view
from mongyudo.diary.wishes import Wishes
from mongyudo.errors import InputError
from mongyudo.journey.cards import card_toml
from mongyudo.journey.routes import LOCAL
from mongyudo.settings import load_settings
from mongyudo.web.api_whole import packed
from mongyudo.web.faults import refusal
from mongyudo.web.files import given
from mongyudo.web.forms import (
    AgainForm,
    CardForm,
    FilmChoices,
    FilmForm,
    LookingForm,
    NewForm,
    WritingForm,
    choices_in,
    day_of,
)
from mongyudo.web.painters import painters
from mongyudo.web.render import COOKIE, LANGUAGES, WEB, page
from mongyudo.web.state import TheDiary, state_of

router = APIRouter(include_in_schema=False)
Id = Annotated[str, Path(pattern="^[0-9a-f]{32}$")]
ON_A_PAGE = 20
YEAR_S = 365 * 24 * 3600


def go(path: str) -> RedirectResponse:
    """Show another page after a form was sent."""
    return RedirectResponse(path, status_code=303)


@router.get("/")
def drawer(request: Request, diary: TheDiary, looking: Annotated[LookingForm, Query()]) -> Response:
    """The drawer: all entries, or those that are looked for."""
    if not diary.consented():
        return go("/welcome")
    found = diary.find(looking.q, looking.wanted(), offset=looking.offset, limit=ON_A_PAGE)
    asked = looking.model_dump(exclude={"offset"})
    return page(request, "drawer.html", found=found, asked=asked, step=ON_A_PAGE, tags=diary.tags())


@router.get("/welcome")
def welcome(request: Request) -> Response:
    """What a dreamer should know before the first film."""
    return page(request, "welcome.html")


@router.get("/help")
def help_page(request: Request) -> Response:
    """How to write, what becomes of a dream, and what stays where."""
    return page(request, "help.html")


@router.get("/terms")
def terms(request: Request) -> Response:
    """Whose the films are, and the licences of what makes them."""
    return page(request, "terms.html")


@router.post("/welcome")
def consent(diary: TheDiary) -> Response:
    """The dreamer agrees."""
    diary.consent()
    return go("/write")


@router.get("/worker.js")
def worker() -> Response:
    """The script that opens the writing page while the diary is away."""
    headers = {"cache-control": "no-cache"}
    return FileResponse(WEB / "static" / "worker.js", headers=headers)


@router.get("/write")
def new(request: Request, diary: TheDiary, *, blank: bool = False) -> Response:
    """The draft that was left, or a blank page."""
    if not diary.consented():
        return go("/welcome")
    return _writing(request, diary, **({"draft": {}} if blank else {}))


@router.post("/write")
def write(request: Request, diary: TheDiary, form: Annotated[NewForm, Form()]) -> Response:
    """Keep the dream; where it cannot be kept, or not yet, nothing that was written is lost."""
    if not diary.consented():
        diary.keep_draft(form.model_dump(mode="json"))
        return go("/welcome")
    try:
        form.check_day()
        entry = _kept(diary, form)
    except (InputError, DiskQuotaError) as error:
        diary.keep_draft(form.model_dump(mode="json"))
        return _writing(request, diary, status=422, fault=str(error))
    if form.then == "film" and form.route != LOCAL:
        return go(f"/entries/{entry.id}/agree?{urlencode(choices_in(form))}")
    return go(f"/entries/{entry.id}")


def _kept(diary: Diary, form: NewForm) -> EntryView:
    """Keep the dream, also when its film is one too many; its page then tells so.

    A film that costs money is asked for once its cost was told.
    """
    try:
        return diary.write(form.writing(), form.wishes() if form.route == LOCAL else None)
    except (FilmQuotaError, DiskQuotaError):
        return diary.write(form.writing(), None)


def _writing(request: Request, diary: Diary, **more: Any) -> Response:
    shown = {"draft": diary.draft(), "use": diary.use(), "card": diary.card(), **more}
    return page(
        request, "write.html", today=date.today(), painters=painters(),
        voice=voice.check(load_settings()), **shown,
    )  # fmt: skip


@router.get("/entries/{entry_id}")
def entry(request: Request, diary: TheDiary, entry_id: Id) -> Response:
    """An entry with its films."""
    return page(
        request, "entry.html", entry=diary.entry(entry_id), painters=painters(), use=diary.use(),
        card=diary.card(),
    )  # fmt: skip


@router.get("/entries/{entry_id}/edit")
def edit(request: Request, diary: TheDiary, entry_id: Id) -> Response:
    """An entry to be changed."""
    entry = diary.entry(entry_id)
    return page(request, "edit.html", entry=entry, draft=entry)


@router.post("/entries/{entry_id}/edit")
def rewrite(
    request: Request, diary: TheDiary, entry_id: Id, form: Annotated[WritingForm, Form()]
) -> Response:
    """Change an entry; where it cannot be, nothing that was written is lost."""
    try:
        form.check_day()
        diary.rewrite(entry_id, form.writing())
    except (InputError, DiskQuotaError) as error:
        told = {"entry": diary.entry(entry_id), "draft": form}
        return refusal(request, "edit.html", error, **told)
    return go(f"/entries/{entry_id}")


@router.post("/entries/{entry_id}/delete")
def forget(diary: TheDiary, entry_id: Id) -> Response:
    """Throw an entry away for good."""
    diary.forget(entry_id)
    return go("/?told=gone")


@router.get("/entries/{entry_id}/agree")
def agree(
    request: Request, diary: TheDiary, entry_id: Id, form: Annotated[FilmChoices, Query()]
) -> Response:
    """What a film would cost, who is paid and what leaves the machine; then a yes is needed."""
    return _agreeing(request, diary, entry_id, FilmForm(**form.model_dump()))


def _agreeing(request: Request, diary: Diary, entry_id: str, form: FilmForm) -> Response:
    settings = load_settings()
    wishes = form.wishes()
    way = next((way for way in ways(settings) if way.name == wishes.route), None)
    return page(
        request, "agree.html", entry=diary.entry(entry_id), form=form, way=way,
        quote=quote(wishes, settings),
    )  # fmt: skip


@router.post("/entries/{entry_id}/films")
def ask_film(
    request: Request, diary: TheDiary, entry_id: Id, form: Annotated[FilmForm, Form()]
) -> Response:
    """Ask for another film; what costs money is told first."""
    if needs_consent(form.wishes(), load_settings()):
        return _agreeing(request, diary, entry_id, form)
    return _at_film(diary.ask_film(entry_id, form.wishes()))


def _at_film(film: FilmView) -> Response:
    """Show the place of a film on its entry's page."""
    return go(f"/entries/{film.entry_id}#film-{film.number}")


@router.post("/films/{film_id}/again")
def film_again(
    request: Request, diary: TheDiary, film_id: Id, form: Annotated[AgainForm, Form()]
) -> Response:
    """Ask for a film like this one, with another seed or in another material."""
    film = diary.film(film_id)
    wishes = replace(from_json(Wishes, film.choices), agreed_usd=0.0, **form.other())
    if needs_consent(wishes, load_settings()):
        return _agreeing(request, diary, film.entry_id, FilmForm.of(wishes))
    return _at_film(diary.film_again(film_id, **form.other()))


@router.post("/films/{film_id}/cancel")
def cancel(diary: TheDiary, film_id: Id) -> Response:
    """Stop a film."""
    diary.cancel_film(film_id)
    return _at_film(diary.film(film_id))


@router.post("/films/{film_id}/delete")
def forget_film(diary: TheDiary, film_id: Id) -> Response:
    """Throw one film away for good."""
    return go(f"/entries/{diary.forget_film(film_id)}?told=film-gone")


@router.post("/films/{film_id}/share")
def share(diary: TheDiary, film_id: Id) -> Response:
    """Make the film's link."""
    diary.share_film(film_id)
    return go(_about(diary, film_id))


@router.post("/films/{film_id}/revoke")
def revoke(diary: TheDiary, film_id: Id) -> Response:
    """End the film's link."""
    diary.revoke(film_id)
    return go(_about(diary, film_id))


def _about(diary: Diary, film_id: str) -> str:
    """The film's page with what is told of the film unfolded, at its link."""
    return f"/entries/{diary.film(film_id).entry_id}?about={film_id}"


@router.get("/shared/{token}")
def shared(request: Request, token: str) -> Response:
    """A film that was shared: the film alone, not the dream's text."""
    with state_of(request).store.transaction() as session:
        film = film_view(shared_film(session, token))
    return page(request, "shared.html", film=film, token=token)


@router.get("/shared/{token}/files/{name}")
def shared_file(request: Request, token: str, name: str) -> Response:
    """A file of a shared film, without the manifest, which holds the dream."""
    state = state_of(request)
    with state.store.transaction() as session:
        film = shared_film(session, token)
    if name.endswith(".json"):
        raise NotFoundError("나눈 영상에는 영상과 자막만 있습니다. (Film and captions only.)")
    return given(request, file_of(state.store, film, name))


@router.post("/language")
def language(request: Request, wished: Annotated[str, Form()]) -> Response:
    """Show the pages in another language."""
    answer = go(urlsplit(request.headers.get("referer", "")).path or "/")
    if wished in LANGUAGES:
        answer.set_cookie(COOKIE, wished, max_age=YEAR_S, samesite="lax", httponly=True)
    return answer


@router.get("/calendar")
def calendar(
    request: Request,
    diary: TheDiary,
    month: Annotated[str, Query(pattern=r"^([0-9]{4}-[0-9]{2})?$")] = "",
) -> Response:
    """A month with its dreams on their days."""
    shown = day_of(f"{month}-01") or date.today().replace(day=1)
    if shown.year in (date.min.year, date.max.year):  # beyond them no page could lead
        shown = date.today().replace(day=1)
    weeks = Calendar(firstweekday=6).monthdatescalendar(shown.year, shown.month)
    found = diary.days(shown)
    before, after = shown - timedelta(days=1), shown + timedelta(days=32)
    return page(
        request, "calendar.html", shown=shown, weeks=weeks, found=found,
        before=before, after=after,
    )  # fmt: skip


@router.get("/about-me")
def about(request: Request, diary: TheDiary) -> Response:
    """The diary as a whole: emotions over time, subjects, what returns."""
    return page(request, "statistics.html", told=diary.statistics())


@router.get("/look")
def look(request: Request, diary: TheDiary) -> Response:
    """The style that the dreamer's films keep."""
    return page(request, "look.html", card=diary.card(), fault="", kept=False)


@router.post("/look")
def keep_look(request: Request, diary: TheDiary, form: Annotated[CardForm, Form()]) -> Response:
    """Keep another style."""
    try:
        diary.keep_card(form.card())
    except InputError as error:
        told = diary.card()
        return page(request, "look.html", status=422, card=told, fault=str(error), kept=False)
    return page(request, "look.html", card=diary.card(), fault="", kept=True)


@router.get("/look.toml")
def look_file(diary: TheDiary) -> Response:
    """The style card as a file, for `mongyudo film --card`."""
    headers = {"content-disposition": 'attachment; filename="mongyudo-look.toml"'}
    return Response(card_toml(diary.card()), media_type="application/toml", headers=headers)


@router.get("/keep")
def keep(request: Request) -> Response:
    """Taking the diary out, and in."""
    return page(request, "keep.html", taken=None, fault="")


@router.get("/export.zip")
def export(request: Request, diary: TheDiary, *, films: bool = True) -> Response:
    """The whole diary as a file, which is gone when it is sent."""
    made = packed(state_of(request).store, diary, films=films)
    return FileResponse(
        made, filename=f"mongyudo-{date.today()}.zip", background=BackgroundTask(made.unlink)
    )


@router.get("/export.json")
def export_json(diary: TheDiary) -> Response:
    """The dreams as JSON."""
    return _saved(as_json(diary.texts()), "application/json", "json")


@router.get("/export.md")
def export_markdown(diary: TheDiary) -> Response:
    """The dreams as one text to be read."""
    return _saved(as_markdown(diary.texts()), "text/markdown", "md")


def _saved(text: str, kind: str, ending: str) -> Response:
    name = f"mongyudo-{date.today()}.{ending}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type=f"{kind}; charset=utf-8", headers=headers)


@router.post("/import")
def take_in(request: Request, diary: TheDiary, file: UploadFile) -> Response:
    """Add what an exported file holds."""
    try:
        taken = diary.take_in(file.file)
    except (InputError, DiskQuotaError) as error:
        return refusal(request, "keep.html", error, taken=None)
    return page(request, "keep.html", taken=taken, fault="")
