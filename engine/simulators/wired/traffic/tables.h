#pragma once
// The tables that traffic yields: source classes, flows, links, bottlenecks, radio cells, edge servers.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/wired/traffic/profiles.h"

namespace parktwin::wired::traffic {

/// One source class. Delays are of samples that arrive, from the source to the destination; 0 when none do.
struct ClassFigures {
  SourceClass source = SourceClass::other_elements;
  Destination destination = Destination::core;
  double units = 0.0;
  double sample_bytes = 0.0;
  double target_ms = 0.0;
  double up_mbit_s = 0.0;
  double down_mbit_s = 0.0;
  double samples_per_s = 0.0;
  double on_time_per_s = 0.0;
  double late_per_s = 0.0;
  double lost_overload_per_s = 0.0;
  double lost_no_path_per_s = 0.0;
  double mean_ms = 0.0;
  double p50_ms = 0.0;
  double p95_ms = 0.0;
  double p99_ms = 0.0;
  double p999_ms = 0.0;
  std::string basis;
};

template <class Visitor, DescribedAs<ClassFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"source", "", "source class"}, figures.source);
  visit(Field{"destination", "", "where it goes"}, figures.destination);
  visit(Field{"units", "", "cameras, machines, desks …"}, figures.units);
  visit(Field{"sample_bytes", "B", "payload of a sample"}, figures.sample_bytes);
  visit(Field{"target_ms", "ms", "a sample is on time within this"}, figures.target_ms);
  visit(Field{"up_mbps", "Mbit/s", "sent, headers included"}, figures.up_mbit_s);
  visit(Field{"down_mbps", "Mbit/s", "coming back, headers included"}, figures.down_mbit_s);
  visit(Field{"samples_per_s", "1/s", "produced"}, figures.samples_per_s);
  visit(Field{"on_time_per_s", "1/s", "delivered in time"}, figures.on_time_per_s);
  visit(Field{"late_per_s", "1/s", "delivered too late"}, figures.late_per_s);
  visit(Field{"lost_overload_per_s", "1/s", "lost because a link or radio cell is overloaded"}, figures.lost_overload_per_s);
  visit(Field{"lost_no_path_per_s", "1/s", "lost because there is no access, no radio cell or no path"}, figures.lost_no_path_per_s);
  visit(Field{"mean_ms", "ms", "mean delay end to end"}, figures.mean_ms);
  visit(Field{"p50_ms", "ms", "half of the samples are there within this"}, figures.p50_ms);
  visit(Field{"p95_ms", "ms", "95 % of the samples are there within this"}, figures.p95_ms);
  visit(Field{"p99_ms", "ms", "99 % of the samples are there within this"}, figures.p99_ms);
  visit(Field{"p999_ms", "ms", "99.9 % of the samples are there within this"}, figures.p999_ms);
  visit(Field{"basis", "", "where the figures come from"}, figures.basis);
}

enum class FlowState { on_time, late, link_overloaded, cell_overloaded, no_path, no_radio, no_access };

constexpr auto names_of(FlowState) {
  return std::to_array<EnumName<FlowState>>({{FlowState::on_time, "on_time"},
                                             {FlowState::late, "late"},
                                             {FlowState::link_overloaded, "link_overloaded"},
                                             {FlowState::cell_overloaded, "cell_overloaded"},
                                             {FlowState::no_path, "no_path"},
                                             {FlowState::no_radio, "no_radio"},
                                             {FlowState::no_access, "no_access"}});
}

/// Samples of one class that enter the network at one node. Delays of those that arrive, 0 when none do.
struct Flow {
  SourceClass source = SourceClass::other_elements;
  Id<Enterprise> enterprise;
  Id<ConnectedAssets> assets;
  Id<Zone> zone;
  AssetBearer bearer = AssetBearer::wired;
  Id<RadioCell> cell;
  Id<NetworkNode> node;  ///< where it enters
  double units = 0.0;
  double samples_per_s = 0.0;
  double up_mbit_s = 0.0;
  double down_mbit_s = 0.0;
  std::int32_t hops = 0;
  FlowState state = FlowState::no_access;  ///< on_time: the share asked for is
  double delivered_share = 0.0;
  double on_time_share = 0.0;
  double mean_ms = 0.0;
  double percentile_ms = 0.0;  ///< at the percentile asked for
  double down_delivered_share = 0.0;
  double radio_up_mbit_s = 0.0;  ///< of a device that has the cell for itself
  double radio_down_mbit_s = 0.0;
};

template <class Visitor, DescribedAs<Flow> Self>
void describe(Visitor&& visit, Self& flow) {
  visit(Field{"source", "", "source class"}, flow.source);
  visit(Field{"enterprise", "", "whose"}, flow.enterprise);
  visit(Field{"assets", "", "connected assets that send"}, flow.assets);
  visit(Field{"zone", "", "zone that is watched"}, flow.zone);
  visit(Field{"bearer", "", "how the units are connected"}, flow.bearer);
  visit(Field{"cell", "", "radio cell that carries them"}, flow.cell);
  visit(Field{"node", "", "where it enters the network"}, flow.node);
  visit(Field{"units", "", "how many send"}, flow.units);
  visit(Field{"samples_per_s", "1/s", "samples produced"}, flow.samples_per_s);
  visit(Field{"up_mbps", "Mbit/s", "sent, headers included"}, flow.up_mbit_s);
  visit(Field{"down_mbps", "Mbit/s", "coming back, headers included"}, flow.down_mbit_s);
  visit(Field{"hops", "", "links to the destination"}, flow.hops);
  visit(Field{"state", "", "on_time when the share asked for is, else why not"}, flow.state);
  visit(Field{"delivered_share", "1", "share of the samples that arrives"}, flow.delivered_share);
  visit(Field{"on_time_share", "1", "share of the samples that arrives in time"}, flow.on_time_share);
  visit(Field{"mean_ms", "ms", "mean delay end to end"}, flow.mean_ms);
  visit(Field{"percentile_ms", "ms", "delay at the percentile asked for"}, flow.percentile_ms);
  visit(Field{"down_delivered_share", "1", "share of what comes back that arrives"}, flow.down_delivered_share);
  visit(Field{"radio_up_mbps", "Mbit/s", "uplink rate of a device that has its radio cell for itself"}, flow.radio_up_mbit_s);
  visit(Field{"radio_down_mbps", "Mbit/s", "downlink rate of a device that has its radio cell for itself"}, flow.radio_down_mbit_s);
}

/// outwards: from the end that is nearer to the core.
struct LinkLoad {
  Id<NetworkLink> link;
  double outwards_mbit_s = 0.0;
  double inwards_mbit_s = 0.0;
  double outwards_utilisation = 0.0;  ///< above 1: overloaded; 0 for a link out of service
  double inwards_utilisation = 0.0;
};

template <class Visitor, DescribedAs<LinkLoad> Self>
void describe(Visitor&& visit, Self& load) {
  visit(Field{"link", "", "link"}, load.link);
  visit(Field{"outwards_mbps", "Mbit/s", "load from its near end to its far end"}, load.outwards_mbit_s);
  visit(Field{"inwards_mbps", "Mbit/s", "load the other way"}, load.inwards_mbit_s);
  visit(Field{"outwards_utilisation", "1", "load over rate; above 1 overloaded"}, load.outwards_utilisation);
  visit(Field{"inwards_utilisation", "1", "load over rate; above 1 overloaded"}, load.inwards_utilisation);
}

enum class Way { outwards, inwards };

constexpr auto names_of(Way) { return std::to_array<EnumName<Way>>({{Way::outwards, "outwards"}, {Way::inwards, "inwards"}}); }

/// A link that is loaded above the limit in one direction.
struct Bottleneck {
  Id<NetworkLink> link;
  Way way = Way::outwards;
  double load_mbit_s = 0.0;
  double rate_mbit_s = 0.0;
  double utilisation = 0.0;
  double over_mbit_s = 0.0;    ///< above the limit
  double relief_mbit_s = 0.0;  ///< of what crosses, could take another path that has room for it
  std::int32_t flows = 0;
  std::vector<Id<Enterprise>> enterprises;  ///< whose traffic crosses
};

template <class Visitor, DescribedAs<Bottleneck> Self>
void describe(Visitor&& visit, Self& bottleneck) {
  visit(Field{"link", "", "link"}, bottleneck.link);
  visit(Field{"way", "", "outwards or inwards"}, bottleneck.way);
  visit(Field{"load_mbps", "Mbit/s", "what wants to cross it"}, bottleneck.load_mbit_s);
  visit(Field{"rate_mbps", "Mbit/s", "its rate"}, bottleneck.rate_mbit_s);
  visit(Field{"utilisation", "1", "load over rate"}, bottleneck.utilisation);
  visit(Field{"over_mbps", "Mbit/s", "load above the limit"}, bottleneck.over_mbit_s);
  visit(Field{"relief_mbps", "Mbit/s", "part of the load that another path has room for"}, bottleneck.relief_mbit_s);
  visit(Field{"flows", "", "flows that cross it"}, bottleneck.flows);
  visit(Field{"enterprises", "", "enterprises whose traffic crosses it"}, bottleneck.enterprises);
}

struct Crossing {
  Id<NetworkLink> link;
  Way way = Way::outwards;
  SourceClass source = SourceClass::other_elements;
  double load_mbit_s = 0.0;
};

template <class Visitor, DescribedAs<Crossing> Self>
void describe(Visitor&& visit, Self& crossing) {
  visit(Field{"link", "", "bottleneck"}, crossing.link);
  visit(Field{"way", "", "outwards or inwards"}, crossing.way);
  visit(Field{"source", "", "source class"}, crossing.source);
  visit(Field{"load_mbps", "Mbit/s", "its part of the load"}, crossing.load_mbit_s);
}

struct CellLoad {
  Id<RadioCell> cell;
  double up_mbit_s = 0.0;
  double down_mbit_s = 0.0;
  double up_utilisation = 0.0;
  double down_utilisation = 0.0;
};

template <class Visitor, DescribedAs<CellLoad> Self>
void describe(Visitor&& visit, Self& load) {
  visit(Field{"cell", "", "radio cell"}, load.cell);
  visit(Field{"up_mbps", "Mbit/s", "from devices"}, load.up_mbit_s);
  visit(Field{"down_mbps", "Mbit/s", "to devices"}, load.down_mbit_s);
  visit(Field{"up_utilisation", "1", "share of its time the uplink needs; above 1 overloaded"}, load.up_utilisation);
  visit(Field{"down_utilisation", "1", "share of what others leave of its time the downlink needs"}, load.down_utilisation);
}

/// proven: no smaller number is enough. bounded: the search was cut short. impossible: some flow is late from every site.
enum class SitingState { not_asked, proven, bounded, impossible };

constexpr auto names_of(SitingState) {
  return std::to_array<EnumName<SitingState>>({{SitingState::not_asked, "not_asked"},
                                               {SitingState::proven, "proven"},
                                               {SitingState::bounded, "bounded"},
                                               {SitingState::impossible, "impossible"}});
}

/// Edge servers for the flows that go to the edge, at today's loads of the links.
struct Siting {
  SitingState state = SitingState::not_asked;
  std::int32_t critical_flows = 0;
  std::int32_t met_today = 0;    ///< by the edge servers of the inventory
  std::int32_t candidates = 0;   ///< nodes where one could stand
  std::int32_t sites = 0;        ///< found to be enough for all flows that any site can serve in time
  std::int32_t lower_bound = 0;  ///< fewer are not enough
};

template <class Visitor, DescribedAs<Siting> Self>
void describe(Visitor&& visit, Self& siting) {
  visit(Field{"state", "", "proven, bounded, impossible, or not asked"}, siting.state);
  visit(Field{"critical_flows", "", "flows that go to the edge"}, siting.critical_flows);
  visit(Field{"met_today", "", "of them on time with the edge servers there are"}, siting.met_today);
  visit(Field{"candidates", "", "nodes where an edge server could stand"}, siting.candidates);
  visit(Field{"sites", "", "sites that are enough for all flows that can be on time"}, siting.sites);
  visit(Field{"lower_bound", "", "fewer sites are not enough"}, siting.lower_bound);
}

struct EdgeSite {
  Id<NetworkNode> node;
  std::int32_t flows = 0;  ///< that it serves
  double samples_per_s = 0.0;
  std::int32_t processors = 0;  ///< so that no more samples than allowed find all of them busy (Erlang C)
};

template <class Visitor, DescribedAs<EdgeSite> Self>
void describe(Visitor&& visit, Self& site) {
  visit(Field{"node", "", "where the edge server stands"}, site.node);
  visit(Field{"flows", "", "flows it serves"}, site.flows);
  visit(Field{"samples_per_s", "1/s", "samples it takes"}, site.samples_per_s);
  visit(Field{"processors", "", "processors it needs"}, site.processors);
}

struct BindingFlow {
  SourceClass source = SourceClass::other_elements;
  Id<Enterprise> enterprise;
  Id<ConnectedAssets> assets;
  FlowState state = FlowState::late;  ///< late from everywhere, or why it gets nowhere
  Id<NetworkNode> best_site;          ///< where it would be served soonest
  double best_ms = 0.0;               ///< delay from there at the percentile
  double access_ms = 0.0;             ///< of it before it enters the wired network
  double target_ms = 0.0;
};

template <class Visitor, DescribedAs<BindingFlow> Self>
void describe(Visitor&& visit, Self& flow) {
  visit(Field{"source", "", "source class"}, flow.source);
  visit(Field{"enterprise", "", "whose"}, flow.enterprise);
  visit(Field{"assets", "", "connected assets that send"}, flow.assets);
  visit(Field{"state", "", "late from everywhere, or why it gets nowhere"}, flow.state);
  visit(Field{"best_site", "", "site that would serve it soonest"}, flow.best_site);
  visit(Field{"best_ms", "ms", "its delay to that site at the percentile"}, flow.best_ms);
  visit(Field{"access_ms", "ms", "mean of it before the wired network"}, flow.access_ms);
  visit(Field{"target_ms", "ms", "its target"}, flow.target_ms);
}

}  // namespace parktwin::wired::traffic
