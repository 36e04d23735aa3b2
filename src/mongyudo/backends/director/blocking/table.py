"""The names by which vignettes.tsv calls the blockings."""

from collections.abc import Callable

from mongyudo.backends.director.blocking import (
    alive,
    beasts,
    changing,
    dreams,
    events,
    handling,
    hanging,
    lively,
    nightmares,
    people,
    qualities,
    relating,
    travel,
    whereabouts,
)
from mongyudo.backends.director.blocking.core import Board

BLOCKINGS: dict[str, Callable[[Board], None]] = {
    function.__name__: function
    for function in (
        travel.pursuit, travel.stride, travel.run_by, travel.plunge, travel.soar,
        travel.hover, travel.wander, travel.ascend, travel.leap, travel.swim, travel.sink,
        travel.aboard, travel.vehicle, travel.pushing,
        travel.afloat, travel.hurl,
        people.solo, people.hero, people.pair, people.embrace, people.together, people.parting,
        people.clash, people.menace, people.accused, people.plead, people.betrayal,
        people.audience, people.exposed, people.wedding, people.bow, people.salute, people.theft,
        people.catching, people.hide, people.arrival, people.passing,
        handling.dropping, handling.gift,
        people.shaking, people.spinning, people.ringing, people.fluttering,
        changing.shrinking, changing.tilting, changing.toppling, changing.folding,
        changing.unfolding, changing.withering, changing.melting, changing.dripping,
        changing.spurting, changing.boiling, changing.spilling, changing.breathing,
        changing.coming_off, changing.merging, changing.spouting, changing.beholding,
        alive.staring, alive.biting, alive.hopping, alive.spreading, alive.sticking,
        alive.two_of, alive.three_of, alive.four_of, alive.many_of,
        alive.closing_in, alive.shut_off, alive.lowering, alive.stretching,
        beasts.nuzzling, beasts.grazing, beasts.settling, beasts.tethered,
        hanging.let_down,
        hanging.lowered, lively.coming, lively.shifting, lively.assailing, lively.receding,
        qualities.oozing, qualities.hardening, qualities.softening, qualities.touched,
        qualities.recolouring,
        relating.emerging, relating.overhead, relating.entering, relating.lodging,
        relating.attaching, whereabouts.beneath, whereabouts.atop,
        handling.overturning, handling.folding_up, handling.setting_up, handling.draping,
        events.engulf, events.shatter, events.weep, events.exam, events.teeth, events.mirror,
        events.threshold, events.trapped, events.bed, events.paralysis, events.table, events.desk,
        events.performance, events.altar, events.mourning, events.cradle,
        events.metamorphosis, events.vanishing, events.apparition, events.find,
        events.at_work, events.bloom,
        events.growing, events.rising, events.monitors,
        dreams.departure, dreams.cling, dreams.brink, dreams.feast, dreams.dead_phone,
        dreams.no_toilet, dreams.new_room, dreams.insight, dreams.magic, dreams.lesson,
        dreams.in_class,
        dreams.blank_exam, dreams.cinema, dreams.stage_fright, dreams.lift_drop,
        dreams.lift_sideways,
        dreams.lost_baby, dreams.into_arms,
        nightmares.face_close, nightmares.presence, nightmares.own_body, nightmares.seen_from_above,
        nightmares.surround,
        nightmares.smother, nightmares.sky_crash, nightmares.hybrid, nightmares.ufo,
        nightmares.tied_up, nightmares.entwine, nightmares.infest, nightmares.rooted,
        nightmares.tempest, nightmares.runaway, nightmares.tidal_wave,
    )
}  # fmt: skip
