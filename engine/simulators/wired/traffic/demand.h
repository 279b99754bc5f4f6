#pragma once
// The flows of a park: who sends samples of which class, how many, and where they enter the network.
//   office           desks of an enterprise: its employees times the share of its sector that works at a desk
//   cloud_sync       employees of enterprises that use a cloud, without those whose workloads the park's data centres host
//   hosted_workloads those, between the enterprise and the data centre
//   by element       connected assets, by the words in their element; rates of the inventory come before those of the class
//   park_video       with smart security in operation, a camera per so much ground of each public zone
//   environment      with environment monitoring, a station on each public square, green and car park
//   metering         with energy management, a meter per electrical load of each enterprise, at least one
//   pipe_gallery     with pipe gallery inspection, a group of sensors per 200 m of each duct
// An enterprise enters at the node of its own that is nearest to the destination, 5G at the node of the site that carries it, LTE beyond
// the core, a zone and a duct at the nearest shared switch.
#include <vector>

#include "engine/simulators/wired/traffic/network.h"
#include "engine/simulators/wired/traffic/routing.h"
#include "engine/simulators/wired/traffic/traffic.h"

namespace parktwin::wired::traffic {

/// Where samples of a class go.
struct Target {
  std::vector<std::uint32_t> sinks;
  Route route;
  bool beyond_core = false;  ///< the cloud's delay comes on top
};

struct Targets {
  std::vector<Target> all;            ///< distinct ones
  std::vector<std::size_t> of_class;  ///< index into them of each source class
  std::vector<std::string> missing;   ///< per source class, what is not in service so that the cloud takes its samples; empty: nothing
};

[[nodiscard]] Targets targets_of(const Park& park, const Network& network, const std::vector<Profile>& profiles);

/// Flows with their class, origin, bearer, units, samples, rates on the wire and entry node filled in; state no_access or no_radio where
/// they get nowhere, else on_time as a start. Notes say which connected assets send nothing.
[[nodiscard]] std::vector<Flow> flows_of(const Park& park, const Options& options, const std::vector<Profile>& profiles,
                                         const Targets& targets, const RadioAccess& radio, const std::vector<HostedWorkload>& hosted,
                                         std::vector<Note>& notes);

/// Packets of a sample and its bits on the wire: 1,500 B packets of IPv6 (40 B, RFC 8200) and UDP (8 B, RFC 768), each in an Ethernet frame
/// with tag (IEEE 802.3, 802.1Q: 8 + 14 + 4 + 4 + 12 B).
[[nodiscard]] double packets_of(double sample_bytes);
[[nodiscard]] double wire_bits(double sample_bytes);

}  // namespace parktwin::wired::traffic
