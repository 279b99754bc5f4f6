#include "engine/simulators/wired/optical/point_to_point.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/park/transceivers.h"
#include "engine/simulators/wired/optical/link_mending.h"

namespace parktwin::wired::optical {
namespace {

/// The slowest rate that is enough; of its types the one with the shortest reach that is long enough, else with the longest.
const TransceiverFigures* chosen_by_rate(const NetworkLink& link, double length_m) {
  const double rate_mbps = std::max(link.rate_down.value(), link.rate_up.value());
  const TransceiverFigures* best = nullptr;
  for (const TransceiverFigures& figures : transceivers()) {
    if (figures.rate.value() < rate_mbps || (best && best->rate < figures.rate)) continue;
    if (!best || best->reach.value() < length_m) best = &figures;
  }
  return best;
}

LinkBudget budget_of(const Park& park, const Options& options, Id<NetworkLink> id) {
  const NetworkLink& link = (*park.network_links)[id];
  const FibreLength fibre = fibre_length(park, link);
  LinkBudget budget;
  budget.link = id;
  budget.length_m = fibre.metres;
  budget.length_from = fibre.from;
  budget.transceiver_assumed = link.transceiver == Transceiver::by_rate;
  const TransceiverFigures* figures = budget.transceiver_assumed ? chosen_by_rate(link, fibre.metres) : &figures_of(link.transceiver);
  if (!figures) {
    budget.mend = fmt::format("Several fibres side by side: no transceiver known here carries {} Mbit/s.",
                              std::max(link.rate_down.value(), link.rate_up.value()));
    return budget;
  }
  budget.transceiver = figures->type;
  budget.loss_db = route_loss_db(link, fibre.metres, options, *figures);
  budget.least_db = figures->least_loss().value();
  budget.most_db = figures->most_loss.value();
  budget.spare_db = budget.most_db - budget.loss_db - options.margin.value();
  budget.received_least_dbm = figures->launch_least.value() - budget.loss_db;
  budget.received_most_dbm = figures->launch_most.value() - budget.loss_db;
  budget.reach_m = figures->reach.value();
  budget.dispersion_ps_per_nm = fibre.metres / 1000.0 * dispersion_per_km(figures->wavelength_least_nm, figures->wavelength_most_nm);
  const double under = budget.least_db - budget.loss_db;
  budget.short_by_db = std::max({-budget.spare_db, under, 0.0});
  if (under > 0.0) budget.attenuator_db = std::ceil(under);
  budget.state = fibre.metres > budget.reach_m ? LinkState::too_long
                 : budget.spare_db < 0.0       ? LinkState::too_weak
                 : under > 0.0                 ? LinkState::too_strong
                                               : LinkState::met;
  if (budget.state != LinkState::met) budget.mend = link_mending(park, options, budget);
  return budget;
}

void note_failures(const Park& park, const std::vector<LinkBudget>& budgets, LinkState state, const char* what, std::vector<Note>& notes) {
  const auto fails = [&](const LinkBudget& budget) { return budget.state == state; };
  const auto count = std::count_if(budgets.begin(), budgets.end(), fails);
  if (count == 0) return;
  const auto worst = std::max_element(budgets.begin(), budgets.end(), [&](const LinkBudget& a, const LinkBudget& b) {
    return (fails(a) ? a.short_by_db : -1.0) < (fails(b) ? b.short_by_db : -1.0);
  });
  const std::string by = worst->short_by_db > 0.0 ? fmt::format(" by {:.1f} dB", worst->short_by_db) : "";
  notes.push_back(
      {NoteKind::warning, "fibre links",
       fmt::format("{} of {} {}, {} most{}. {}", count, budgets.size(), what, (*park.network_links)[worst->link].id, by, worst->mend)});
}

}  // namespace

double dispersion_per_km(double from_nm, double to_nm) {
  double most = 0.0;  // it rises with the wavelength and falls with l0, so the corners hold the largest amount
  for (const double nm : {from_nm, to_nm}) {
    for (const double zero_nm : {1300.0, 1324.0}) most = std::max(most, std::abs(0.093 / 4.0 * nm * (1.0 - std::pow(zero_nm / nm, 4))));
  }
  return most;
}

std::vector<LinkBudget> link_budgets(const Park& park, const Options& options) {
  std::vector<LinkBudget> budgets;
  for (std::size_t i = 0; i < park.network_links->size(); ++i) {
    const NetworkLink& link = park.network_links->records()[i];
    if (link.medium == LinkMedium::fibre && link.operational) budgets.push_back(budget_of(park, options, Id<NetworkLink>(i)));
  }
  return budgets;
}

std::vector<Note> notes_on(const Park& park, const std::vector<LinkBudget>& budgets) {
  std::vector<Note> notes;
  const auto count = [&](auto holds) { return std::count_if(budgets.begin(), budgets.end(), holds); };
  if (const auto assumed = count([](const LinkBudget& budget) { return budget.transceiver_assumed; }); assumed > 0) {
    notes.push_back(
        {NoteKind::assumption, "fibre links",
         fmt::format("{} of {} name no transceiver; taken: the slowest type that carries the rate, of the shortest reach that is "
                     "long enough.",
                     assumed, budgets.size())});
  }
  const auto from_ducts = count([](const LinkBudget& budget) { return budget.length_from == LengthSource::ducts; });
  const auto straight = count([](const LinkBudget& budget) { return budget.length_from == LengthSource::straight_line; });
  if (from_ducts + straight > 0) {
    notes.push_back({NoteKind::assumption, "fibre links",
                     fmt::format("{} have no length; taken: {} along the course of their ducts, {} straight from node to node.",
                                 from_ducts + straight, from_ducts, straight)});
  }
  note_failures(park, budgets, LinkState::too_weak, "have too little light for their transceivers", notes);
  note_failures(park, budgets, LinkState::too_strong, "have too much light for their receivers", notes);
  note_failures(park, budgets, LinkState::too_long, "are longer than their transceivers reach", notes);
  note_failures(park, budgets, LinkState::no_transceiver, "are faster than any transceiver known here", notes);
  return notes;
}

}  // namespace parktwin::wired::optical
