#pragma once
// Who sends how much through the park's network, whether it fits, how long it takes and where edge servers belong. Demand by source class
// (profiles.h) of enterprises, their connected assets, their workloads in the park's data centres and the networked scenarios in operation;
// routed to the nearest destination over all
// paths of least cost (routing.h); waiting at every link by Pollaczek and Khinchine (queueing.h), for bearer 5G with the frames of the
// radio cell (bearer_delay.h, radio_queue.h); samples on time per class; the fewest sites of edge servers that meet the targets (siting.h).
// Rates are means of the busy hour; samples arrive as a Poisson stream, one independent of the other; answers take the way back that
// questions came.
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "engine/simulators/wired/traffic/profiles.h"
#include "engine/simulators/wired/traffic/radio_access.h"
#include "engine/simulators/wired/traffic/tables.h"

namespace parktwin::wired::traffic {

struct Options {
  std::vector<ClassChange> classes;
  double percentile = 0.99;  ///< share of a flow's samples that has to be on time
  double bottleneck_utilisation = 0.8;
  std::int32_t alternative_paths = 3;
  double buffer_ms = 50.0;  ///< longest a link makes a sample wait; what comes on top is lost
  double switch_latency_us = 10.0;
  double cloud_delay_ms = 10.0;  ///< from the core router to the cloud, one way
  double pon_cycle_us = 500.0;
  double scheduling_request_ms = 10.0;
  double block_error = 0.1;  ///< 3GPP TS 38.214 clause 5.2.2.1: blocks are aimed at an error of at most 0.1
  double wifi_delay_ms = 3.0;
  double lte_delay_ms = 20.0;
  double other_wireless_delay_ms = 100.0;
  SquareMetres camera_area = SquareMetres(5000.0);
  double waiting_at_edge = 0.05;
  std::int64_t siting_effort = 200'000;
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"classes", "", "figures of source classes that differ from the usual ones"}, options.classes);
  visit(Field{"percentile", "1", "share of a flow's samples that has to be on time", 0.5, 0.99999}, options.percentile);
  visit(Field{"bottleneck_utilisation", "1", "a link loaded above this is a bottleneck", 0.01, 1}, options.bottleneck_utilisation);
  visit(Field{"alternative_paths", "", "other paths looked at for what crosses a bottleneck", 0, 20}, options.alternative_paths);
  visit(Field{"buffer_ms", "ms", "longest a link lets a sample wait", 0.01, 10000}, options.buffer_ms);
  visit(Field{"switch_latency_us", "us", "forwarding time of a node, passive ones have none", 0, 100000}, options.switch_latency_us);
  visit(Field{"cloud_delay_ms", "ms", "one way from the core router to the cloud", 0, 10000}, options.cloud_delay_ms);
  visit(Field{"pon_cycle_us", "us", "cycle in which a line terminal grants its units time to send", 0, 100000}, options.pon_cycle_us);
  visit(Field{"scheduling_request_ms", "ms", "period in which a 5G device may ask for time to send", 0, 1000},
        options.scheduling_request_ms);
  visit(Field{"block_error", "1", "share of 5G blocks that need a second transmission", 0, 0.9}, options.block_error);
  visit(Field{"wifi_delay_ms", "ms", "mean delay of Wi-Fi", 0, 10000}, options.wifi_delay_ms);
  visit(Field{"lte_delay_ms", "ms", "mean delay of LTE", 0, 10000}, options.lte_delay_ms);
  visit(Field{"other_wireless_delay_ms", "ms", "mean delay of other wireless", 0, 100000}, options.other_wireless_delay_ms);
  visit(Field{"camera_area_m2", "m2", "public ground for each camera of the park's video security", 10, 1e9}, options.camera_area);
  visit(Field{"waiting_at_edge", "1", "share of samples that may find all processors of an edge server busy", 0.0001, 0.9999},
        options.waiting_at_edge);
  visit(Field{"siting_effort", "", "steps of the search for the fewest edge servers, then bounds are given", 1, 1e12},
        options.siting_effort);
}

struct Result {
  double samples_per_s = 0.0;          ///< of the classes that collect figures
  double samples_on_time_per_s = 0.0;  ///< of them
  std::vector<ClassFigures> classes;   ///< in the order of source classes
  std::vector<Flow> flows;
  std::vector<LinkLoad> links;          ///< in the order of park.network_links
  std::vector<Bottleneck> bottlenecks;  ///< most over first
  std::vector<Crossing> crossings;      ///< what crosses each bottleneck, by bottleneck, largest first
  std::vector<CellLoad> cells;          ///< radio cells with traffic
  Siting siting;
  std::vector<EdgeSite> edge_sites;        ///< that are enough
  std::vector<BindingFlow> binding_flows;  ///< latency-critical flows that no site can serve in time
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"samples_per_s", "1/s", "samples produced by sources that collect figures"}, result.samples_per_s);
  visit(Field{"samples_on_time_per_s", "1/s", "of them delivered in time"}, result.samples_on_time_per_s);
  visit(Field{"classes", "", "demand, delay and samples on time per source class"}, result.classes);
  visit(Field{"flows", "", "every flow with its delay and share on time"}, result.flows);
  visit(Field{"links", "", "load per link and direction"}, result.links);
  visit(Field{"bottlenecks", "", "links loaded above the limit, most over first"}, result.bottlenecks);
  visit(Field{"crossings", "", "what crosses each bottleneck"}, result.crossings);
  visit(Field{"cells", "", "load of radio cells by this traffic"}, result.cells);
  visit(Field{"siting", "", "fewest sites of edge servers that meet the targets"}, result.siting);
  visit(Field{"edge_sites", "", "those sites"}, result.edge_sites);
  visit(Field{"binding_flows", "", "latency-critical flows that no site serves in time"}, result.binding_flows);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

/// Workloads of an enterprise that the park's data centres host, in employees; at most one of each enterprise.
struct HostedWorkload {
  Id<Enterprise> enterprise;
  double employees = 0.0;
  double down_mbit_s = 0.0;  ///< payload that the data centre sends to it in the busy hour
};

/// Which flows are carried. Empty: all.
using Carried = std::function<bool(const Flow& flow)>;

/// `radio.cells` is empty or has one entry per radio cell; without it nothing of bearer 5G arrives.
[[nodiscard]] Result simulate(const Park& park, const Options& options, const RadioAccess& radio,
                              const std::vector<HostedWorkload>& hosted = {}, const Carried& carried = {});

}  // namespace parktwin::wired::traffic
