#pragma once
// Whether light arrives over the fibres between switches, routers, uplinks of line terminals and radio units: the loss of the real route
// (length, splices, connectors) held against what the transceivers of the link allow (engine/park/transceivers.h). With the margin it must
// not exceed the channel insertion loss of the standard, without it it must not fall below what keeps the receiver from overload, and the
// fibre must not be longer than the standard's reach, within which its dispersion stays. A link without a recorded type gets the slowest
// that carries its rate, of the shortest reach that is long enough. Links out of service are left out.
#include <array>
#include <limits>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/simulators/wired/optical/fibre_length.h"
#include "engine/simulators/wired/optical/options.h"

namespace parktwin::wired::optical {

enum class LinkState { met, too_weak, too_strong, too_long, no_transceiver };

constexpr auto names_of(LinkState) {
  return std::to_array<EnumName<LinkState>>({{LinkState::met, "met"},
                                             {LinkState::too_weak, "too_weak"},
                                             {LinkState::too_strong, "too_strong"},
                                             {LinkState::too_long, "too_long"},
                                             {LinkState::no_transceiver, "no_transceiver"}});
}

struct LinkBudget {
  static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  Id<NetworkLink> link;
  LinkState state = LinkState::no_transceiver;
  Transceiver transceiver = Transceiver::by_rate;  ///< used; by_rate when none carries the rate
  bool transceiver_assumed = true;                 ///< the inventory names none
  double length_m = 0.0;
  LengthSource length_from = LengthSource::link;
  double loss_db = unknown;  ///< without margin
  double least_db = unknown;
  double most_db = unknown;
  double spare_db = unknown;            ///< what is left with the margin kept; negative: too weak
  double short_by_db = 0.0;             ///< by how much the range is missed; 0 when it is not
  double attenuator_db = 0.0;           ///< that would keep the receiver from overload
  double received_least_dbm = unknown;  ///< at the least launch power, of one lane
  double received_most_dbm = unknown;
  double reach_m = unknown;
  double dispersion_ps_per_nm = unknown;  ///< of the whole fibre, the largest amount within the band of the transceiver
  std::string mend;                       ///< what would help; empty when met
};

template <class Visitor, DescribedAs<LinkBudget> Self>
void describe(Visitor&& visit, Self& budget) {
  visit(Field{"link", "", "link over a fibre of its own"}, budget.link);
  visit(Field{"state", "", "whether the loss lies in the range of the transceiver and the length in its reach"}, budget.state);
  visit(Field{"transceiver", "", "type at both ends"}, budget.transceiver);
  visit(Field{"transceiver_assumed", "", "the inventory names none, chosen by rate and length"}, budget.transceiver_assumed);
  visit(Field{"length_m", "m", "fibre"}, budget.length_m);
  visit(Field{"length_from", "", "what the length was taken from"}, budget.length_from);
  visit(Field{"loss_db", "dB", "loss of the route, without margin"}, budget.loss_db);
  visit(Field{"least_db", "dB", "least loss that does not overload the receiver"}, budget.least_db);
  visit(Field{"most_db", "dB", "largest loss the transceiver allows"}, budget.most_db);
  visit(Field{"spare_db", "dB", "left of the largest loss with the margin kept"}, budget.spare_db);
  visit(Field{"short_by_db", "dB", "by how much the range of losses is missed, margin included"}, budget.short_by_db);
  visit(Field{"attenuator_db", "dB", "attenuator against overload"}, budget.attenuator_db);
  visit(Field{"received_least_dbm", "dBm", "received at the least launch power, of one lane"}, budget.received_least_dbm);
  visit(Field{"received_most_dbm", "dBm", "received at the largest launch power, of one lane"}, budget.received_most_dbm);
  visit(Field{"reach_m", "m", "longest fibre of the standard"}, budget.reach_m);
  visit(Field{"dispersion_ps_per_nm", "ps/nm", "chromatic dispersion of the fibre, largest amount in the band"},
        budget.dispersion_ps_per_nm);
  visit(Field{"mend", "", "what would mend it"}, budget.mend);
}

/// One per fibre link in service, in the order of the link table.
[[nodiscard]] std::vector<LinkBudget> link_budgets(const Park& park, const Options& options);

/// What was assumed and what fails.
[[nodiscard]] std::vector<Note> notes_on(const Park& park, const std::vector<LinkBudget>& budgets);

/// Largest amount of chromatic dispersion of G.652 fibre between two wavelengths, in ps/(nm km): S0/4 (l - l0^4/l^3) with S0 = 0.093
/// ps/(nm2 km) and l0 from 1300 to 1324 nm (IEC 60793-2-50, type B1, as IEEE 802.3 takes it for its channels).
[[nodiscard]] double dispersion_per_km(double from_nm, double to_nm);

}  // namespace parktwin::wired::optical
