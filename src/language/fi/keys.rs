//! Finnish: Search or jump, and keys.

use crate::language::keys::KeyTexts;

pub(super) const KEYS: KeyTexts = KeyTexts {
    jump: "Etsi tai siirry",
    keys: "Pikanäppäimet",
    this_page: "Tällä sivulla",
    everywhere: "Kaikkialla",
    in_lists_and_fields: "Listoissa, kentissä ja lomakkeissa",
    action: "Toiminto",
    key: "Näppäin",
    or: "tai",
    close_page: "Sulje sivu",
    save_and_close: "Tallenna ja sulje sivu",
    previous: "Edellinen tietue",
    next: "Seuraava tietue",
    is_first: "Tämä on luettelon ensimmäinen tietue.",
    is_last: "Tämä on luettelon viimeinen tietue.",
    search_list: "Etsi listasta",
    filter_pane: "Näytä listan suodattimet",
    filter_to_value: "Suodata solun arvolla",
    reset_filters: "Poista listan suodattimet",
    sort: "Järjestä sarakkeen mukaan",
    edit_cell: "Muokkaa listan solua",
    copy_above: "Kopioi yllä olevan rivin arvo",
    lookup: "Näytä kentän vaihtoehdot",
    ok: "OK",
    close: "Sulje lomake",
    give_up: "Luovu kenttään kirjoitetusta",
    delete_row: "Poista rivi vahvistuksen jälkeen",
    actions: "Tämän sivun toiminnot",
    pages: "Sivut",
};
