//! The actions on the record under the cursor, wherever it is shown.

use super::App;
use super::alike::Pair;
use super::done::tick_off;
use super::entry::is_protected;
use super::exchange::{Ask, Entry};
use super::form::{Form, prefill};
use super::history::History;
use super::keys::{Action, When};
use super::view::{Step, View};
use super::world::World;
use crate::domain::{Change, Kind};

/// Whether a condition holds for a record.
pub fn holds(when: When, entry: &Entry, world: &World) -> bool {
    let record = &entry.record;
    match when {
        When::Always | When::OnRecord | When::CanDelete => true,
        // That is for the view to say.
        When::OnFinding | When::HasNumber | When::IsAlike => false,
        When::OnPerson => record.kind == Kind::Person,
        When::OnContact => record.kind == Kind::Contact,
        When::CanRefer => matches!(record.kind, Kind::Contact | Kind::Person),
        When::CanFollowUp => matches!(record.kind, Kind::Contact | Kind::Person | Kind::Referral),
        When::Waiting => {
            record.kind == Kind::FollowUp && matches!(record.status(world.today()), Some("open" | "overdue"))
        }
        When::Hidden => {
            entry.person().is_some_and(|person| is_protected(person) && person.own_ref() != world.revealed.as_ref())
        }
    }
}

/// Does an action on a record.
pub fn act(app: &mut App, action: Action, entry: &Entry) {
    let form = |form: Form| Step::Fill(form.into());
    let world = &app.world;
    match action {
        Action::Change => {
            let step = form(Form::change(entry, world));
            app.step(step);
        }
        Action::SameMeeting => {
            let step = form(prefill::same_meeting(entry, world));
            app.step(step);
        }
        Action::SameAgain => {
            let step = form(prefill::same_again(entry, world));
            app.step(step);
        }
        Action::NewReferral => {
            let step = form(prefill::referral(entry, world));
            app.step(step);
        }
        Action::NewFollowUp => {
            let step = form(prefill::follow_up(entry, world));
            app.step(step);
        }
        Action::Delete => app.order(Ask::Apply(Change::delete(entry.record.clone()))),
        Action::Done => {
            let today = world.today();
            app.order(Ask::Apply(tick_off(entry.record.clone(), today)));
        }
        Action::History => {
            if let Some(own) = entry.own_ref().cloned() {
                app.step(Step::Push(View::History(History::new(Some((entry.record.kind, own))))));
            }
        }
        Action::Erase => {
            if let Some(own) = entry.own_ref().cloned() {
                app.order(Ask::Erasure(own));
            }
        }
        Action::LookAlikes => {
            if let Some(own) = entry.own_ref().cloned() {
                app.step(Step::Push(View::Pair(Pair::new(own))));
            }
        }
        Action::NewRelation => {
            let step = form(prefill::relation(entry, world));
            app.step(step);
        }
        Action::Copy => app.copy_record(entry),
        Action::Reveal => {
            if let Some(own) = entry.person().and_then(|person| person.own_ref()).cloned() {
                app.order(Ask::Reveal(own));
            }
        }
        _ => {}
    }
}
