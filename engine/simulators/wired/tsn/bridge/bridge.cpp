#include "engine/simulators/wired/tsn/bridge/bridge.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/simulators/wired/tsn/bridge/radio_chain.h"
#include "engine/simulators/wired/tsn/residence.h"

namespace parktwin::wired::tsn::bridge {
namespace {

constexpr double header_bits = 8.0 * (14 + 4);  // addresses, type and tag; preamble, check sequence and gap are not sent
constexpr double most_taken_share = 0.999;
constexpr std::size_t most_atoms = 2000;  // of a delay that another is added to

struct Hop {
  Id<NetworkLink> link;
  bool downlink = true;
};

/// Radio links of a path, from the talker on.
std::vector<Hop> radio_hops(const Park& park, Id<NetworkNode> talker, const std::vector<Id<NetworkLink>>& path) {
  std::vector<Hop> hops;
  Id<NetworkNode> at = talker;
  for (const Id<NetworkLink> id : path) {
    const NetworkLink& link = (*park.network_links)[id];
    const bool outwards = link.from == at;
    at = outwards ? link.to : link.from;
    if (link.medium == LinkMedium::radio && link.radio_cell.valid()) hops.push_back({id, outwards});
  }
  return hops;
}

/// Slots a frame takes, and the SINR its scheme needs.
struct Transport {
  int slots = 1;
  double needed_sinr_db = 0.0;
};

Transport transport_of(const std::vector<Scheme>& schemes, const RadioDirection& direction, double bits, bool robust) {
  const auto slots_with = [&](const Scheme& scheme) {
    return static_cast<int>(std::ceil(bits / (scheme.bits_per_element * direction.elements_per_slot)));
  };
  const auto beyond =
      std::find_if(schemes.begin(), schemes.end(), [&](const Scheme& scheme) { return scheme.needed_sinr_db > direction.sinr_db; });
  const Scheme& fastest = beyond == schemes.begin() ? schemes.front() : *(beyond - 1);
  const int slots = slots_with(fastest);
  if (!robust) return {slots, fastest.needed_sinr_db};
  return {slots,
          std::find_if(schemes.begin(), schemes.end(), [&](const Scheme& scheme) { return slots_with(scheme) <= slots; })->needed_sinr_db};
}

double microseconds(std::int64_t nanoseconds) { return static_cast<double>(nanoseconds) * 1e-3; }

class Bridges {
 public:
  Bridges(const Park& park, const Options& options, const RadioEnds& radio) : park_(park), options_(options), radio_(radio) {}

  void add(const FlowFigures& figures, std::int32_t path, const std::vector<Id<NetworkLink>>& links, Result& result) const {
    const TsnFlow& flow = (*park_.tsn_flows)[figures.flow];
    const auto hops = radio_hops(park_, flow.talker, links);
    if (hops.empty()) return;
    BridgedFlow made;
    made.flow = figures.flow;
    made.path = path;
    made.link = hops.front().link;
    made.downlink = hops.front().downlink;
    DelayLaw law({{0, 1.0}});
    for (const Hop& hop : hops) {
      made.held_ns += residence_ns((*park_.radio_cells)[(*park_.network_links)[hop.link].radio_cell], hop.downlink).most_ns;
      if (!pass(hop, flow, hop.link == made.link, made, law)) {
        result.flows.push_back(std::move(made));
        return;
      }
    }
    judge(figures, law, made);
    result.flows.push_back(std::move(made));
  }

 private:
  [[nodiscard]] const RadioEnd* end_of(Id<NetworkLink> link) const {
    const auto found = std::find_if(radio_.ends.begin(), radio_.ends.end(), [link](const RadioEnd& end) { return end.link == link; });
    return found == radio_.ends.end() || !found->cell.valid() || radio_.schemes.empty() ? nullptr : &*found;
  }

  /// Adds the delay of one radio link; false with state and reason when nothing gets through it.
  bool pass(const Hop& hop, const TsnFlow& flow, bool first, BridgedFlow& made, DelayLaw& law) const {
    const std::string& name = (*park_.network_links)[hop.link].id;
    const RadioEnd* end = end_of(hop.link);
    const RadioDirection* direction = end == nullptr ? nullptr : hop.downlink ? &end->down : &end->up;
    if (direction == nullptr || !(direction->elements_per_slot > 0.0)) {
      made.state = BridgeState::no_radio;
      made.reason = fmt::format("no 5G cell serves the device of link {} {}", name, hop.downlink ? "downwards" : "upwards");
      return false;
    }
    const double bits = 8.0 * std::max(flow.payload_bytes, smallest_payload_bytes) + header_bits;
    const Transport transport = transport_of(radio_.schemes, *direction, bits, options_.robust_schemes);
    const RadioChain chain = chain_of(*end, *direction, hop.downlink, transport);
    if (first) {
      made.cell = end->cell;
      made.sinr_db = direction->sinr_db;
      made.taken_share = direction->taken_share;
      made.slots_per_frame = transport.slots;
      made.block_error = chain.block_errors.front();
    }
    if (direction->taken_share > most_taken_share) {
      made.state = BridgeState::saturated;
      made.reason = fmt::format("cell {} of link {} has no slots left {}", (*park_.radio_cells)[end->cell].id, name,
                                hop.downlink ? "downwards" : "upwards");
      return false;
    }
    const DelayLaw more = delay_law_of(chain);
    law = first ? more : sum(coarse(law), coarse(more));
    return true;
  }

  [[nodiscard]] RadioChain chain_of(const RadioEnd& end, const RadioDirection& direction, bool downlink, const Transport& transport) const {
    const RadioTimes times = radio_times((*park_.radio_cells)[end.cell]);
    RadioChain chain;
    chain.slots = times.slots;
    chain.downlink = downlink;
    chain.slot_ns = times.slot_ns;
    chain.sending_ns = times.sending_ns;
    chain.receiving_ns = times.receiving_ns;
    chain.core_ns = std::llround(options_.core_delay_us * 1e3);
    chain.slots_per_frame = transport.slots;
    chain.taken_again = std::min(direction.taken_share, most_taken_share);
    chain.taken_first = options_.granted_slots ? 0.0 : chain.taken_again;
    if (!options_.granted_slots && !downlink) chain.request_period_ns = std::llround(options_.scheduling_request_ms * 1e6);
    chain.block_errors.clear();
    for (int n = 1; n <= options_.most_transmissions; ++n) {
      const double margin_db = direction.sinr_db + 10.0 * std::log10(n) - transport.needed_sinr_db;
      chain.block_errors.push_back(std::min(1.0, options_.block_error * std::pow(10.0, -margin_db / options_.decade_db)));
    }
    return chain;
  }

  static DelayLaw coarse(const DelayLaw& law) {
    if (law.atoms().size() <= most_atoms) return law;
    const Nanoseconds range = law.atoms().back().delay_ns - law.atoms().front().delay_ns;
    return law.rounded_up(range / static_cast<Nanoseconds>(most_atoms / 2) + 1);
  }

  void judge(const FlowFigures& figures, const DelayLaw& law, BridgedFlow& made) const {
    if (!law.atoms().empty()) made.minimum_ns = law.atoms().front().delay_ns;
    made.mean_ns = law.mean_ns();
    made.p50_ns = law.quantile(0.5);
    made.p99_ns = law.quantile(0.99);
    made.p999_ns = law.quantile(0.999);
    made.p99999_ns = law.quantile(0.99999);
    made.reliable_ns = law.quantile(options_.reliability);
    made.lost_share = std::max(0.0, 1.0 - law.arriving());
    made.ready_share = law.within(made.held_ns);
    if (!figures.tight_ns) {
      made.state = BridgeState::not_carried;
      made.reason = figures.reason.empty() ? "the rest of its path has no bound" : figures.reason;
      return;
    }
    made.left_ns = figures.deadline_ns - (*figures.tight_ns - made.held_ns);
    made.on_time_share = law.within(made.left_ns);
    made.state = made.on_time_share >= options_.reliability ? BridgeState::met : BridgeState::unreliable;
    if (made.state == BridgeState::met) return;
    made.reason = fmt::format("{:.5f} % of frames are in time, {:.5f} % asked for", std::floor(made.on_time_share * 1e7) * 1e-5,
                              options_.reliability * 100.0);
    made.reason += made.reliable_ns ? fmt::format("; that many take {:.3f} us through 5G, {:.3f} us are left",
                                                  microseconds(*made.reliable_ns), microseconds(made.left_ns))
                                    : fmt::format("; {:.5f} % are lost in 5G", made.lost_share * 100.0);
  }

  const Park& park_;
  const Options& options_;
  const RadioEnds& radio_;
};

}  // namespace

Result simulate(const Park& park, const Options& options, const tsn::Result& figures, const RadioEnds& radio) {
  Result result;
  result.reliability = options.reliability;
  const Bridges bridges(park, options, radio);
  for (const FlowFigures& flow : figures.flows) {
    bridges.add(flow, 1, flow.path, result);
    bridges.add(flow, 2, flow.second_path, result);
  }
  for (const RadioEnd& end : radio.ends) {
    const Id<RadioCell> wanted = (*park.network_links)[end.link].radio_cell;
    if (!end.cell.valid() || end.cell == wanted) continue;
    result.notes.push_back({NoteKind::warning, "network link " + (*park.network_links)[end.link].id,
                            fmt::format("Its device would be served by {}, not by {} as the inventory says.",
                                        (*park.radio_cells)[end.cell].id, (*park.radio_cells)[wanted].id)});
  }
  return result;
}

}  // namespace parktwin::wired::tsn::bridge
