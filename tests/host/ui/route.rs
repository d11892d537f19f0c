//! Addresses: printed and read back.

use lokikirja::domain::classification::ClassKind;
use lokikirja::domain::code::Code;
use lokikirja::domain::interaction::EntryNo;
use lokikirja::ui::route::{
    Context, From, ListState, Page, Recipients, Route, Sheet, asks_for_nothing,
};
use proptest::prelude::*;

fn code<const MAX: usize>() -> impl Strategy<Value = Code<MAX>> {
    // Anything that may be typed: umlauts, blanks, and every mark that means something in addresses.
    proptest::collection::vec(any::<char>(), 1..=MAX).prop_filter_map("not a code", |typed| {
        Code::new(&String::from_iter(typed)).ok()
    })
}

fn context() -> impl Strategy<Value = Context> {
    prop_oneof![
        Just(Context::All),
        code().prop_map(Context::Contact),
        code().prop_map(Context::Salesperson),
        code().prop_map(Context::Template),
        code().prop_map(Context::Group),
        any::<u32>().prop_map(|no| Context::LoggedSegment(EntryNo(no))),
        code().prop_map(Context::Campaign),
    ]
}

fn recipients() -> impl Strategy<Value = Recipients> {
    prop_oneof![
        code().prop_map(Recipients::Segment),
        proptest::collection::vec(code(), 1..4).prop_map(Recipients::Contacts),
    ]
}

fn page() -> impl Strategy<Value = Page> {
    prop_oneof![
        Just(Page::Home),
        Just(Page::Contacts),
        code().prop_map(Page::Contact),
        Just(Page::Salespeople),
        code().prop_map(Page::Salesperson),
        context().prop_map(Page::Interactions),
        any::<u32>().prop_map(|no| Page::Interaction(EntryNo(no))),
        context().prop_map(Page::Postponed),
        Just(Page::Templates),
        code().prop_map(Page::Template),
        Just(Page::Groups),
        Just(Page::Segments),
        code().prop_map(Page::Segment),
        recipients().prop_map(Page::Labels),
        code().prop_map(Page::Report),
        recipients().prop_map(Page::CoverSheets),
        Just(Page::LoggedSegments),
        any::<u32>().prop_map(|no| Page::LoggedSegment(EntryNo(no))),
        Just(Page::Campaigns),
        code().prop_map(Page::Campaign),
        Just(Page::CampaignStatuses),
        Just(Page::SavedCriteria),
        proptest::sample::select(ClassKind::ALL).prop_map(Page::Classes),
        Just(Page::Demo),
        Just(Page::Setup),
        Just(Page::Backup),
        Just(Page::CheckData),
        Just(Page::MarketingSetup),
        Just(Page::NumberSeries),
        code().prop_map(Page::OneSeries),
    ]
}

fn sheet() -> impl Strategy<Value = Sheet> {
    prop_oneof![
        Just(Sheet::Create(From::Blank)),
        code().prop_map(|no| Sheet::Create(From::Contact(no))),
        code().prop_map(|code| Sheet::Create(From::Salesperson(code))),
        any::<u32>().prop_map(|no| Sheet::Create(From::LogEntry(EntryNo(no)))),
        any::<u32>().prop_map(|no| Sheet::Resume(EntryNo(no))),
        "[0-9a-f-]{36}".prop_map(Sheet::Draft),
        Just(Sheet::New),
        Just(Sheet::LogSegment),
        any::<u32>().prop_map(Sheet::SegmentLine),
    ]
}

fn list() -> impl Strategy<Value = ListState> {
    let sort = proptest::option::of(("[a-z_]{1,12}", any::<bool>()));
    let filters = proptest::collection::btree_map("[a-z_]{1,12}", ".{1,20}", 0..4);
    (".{0,20}", sort, filters).prop_map(|(search, sort, filters)| ListState {
        search,
        sort,
        filters: filters.into_iter().collect(),
    })
}

proptest! {
    #[test]
    fn every_address_leads_back_to_its_page(
        page in page(),
        list in list(),
        sheet in proptest::option::of(sheet()),
    ) {
        let route = Route { page, list, sheet };
        prop_assert_eq!(Route::parse(&route.href()), route);
    }

    #[test]
    fn what_a_list_shows_is_kept_without_its_page(list in list()) {
        prop_assert_eq!(ListState::parse(&list.query()), list);
    }

    #[test]
    fn any_text_is_an_address(typed in ".{0,60}") {
        let route = Route::parse(&typed);
        // What it was read as can be printed and read again.
        prop_assert_eq!(Route::parse(&route.href()), route);
    }
}

/// MC-073: numbers are never anything but numbers.
#[test]
fn mc_073_a_number_with_parentheses_is_an_address_like_any_other() {
    let no = Code::new("GU(0000)").expect("a number");
    let route = Route::to(Page::Contact(no));
    assert_eq!(route.href(), "#/contacts/GU%280000%29");
    assert_eq!(Route::parse("#/contacts/GU(0000)"), route);
}

#[test]
fn a_filter_reads_well_in_an_address_and_a_blank_one_ends_it() {
    let mut route = Route::to(Page::Contacts);
    route.list.filter("last", "-90D..t".into());
    route.list.filter("name", "@*oy*".into());
    assert_eq!(
        route.href(),
        "#/contacts?where-last=-90D..t&where-name=@*oy*"
    );
    route.list.filter("last", "t".into());
    route.list.filter("name", String::new());
    route.list.filter("city", String::new());
    assert_eq!(route.href(), "#/contacts?where-last=t");
}

#[test]
fn an_address_that_leads_nowhere_says_so() {
    for typed in [
        "#/contact",
        "#/contacts/1/2",
        "#/labels",
        "#/cover-sheets/%20",
        "#/segments/1/paper",
        "#/interactions/x",
        "#/contacts/%20",
    ] {
        assert!(
            matches!(Route::parse(typed).page, Page::NotFound(_)),
            "{typed}"
        );
    }
}

#[test]
fn what_asks_for_nothing_opens_home() {
    for hash in ["", "#", "#/"] {
        assert!(asks_for_nothing(hash));
        assert_eq!(Route::parse(hash), Route::to(Page::Home));
    }
    for hash in ["#/demo", "#/contacts", "#/?sheet=create"] {
        assert!(!asks_for_nothing(hash), "{hash}");
    }
}
