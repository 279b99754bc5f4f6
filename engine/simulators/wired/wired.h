#pragma once
// The wired network as a whole: topology, then what remains of it with IPv6 alone.
#include "engine/simulators/wired/ipv6/ipv6.h"
#include "engine/simulators/wired/topology/topology.h"

namespace parktwin::wired {

struct Options {
  topology::Options topology;
  ipv6::Options ipv6;
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"topology", "", "reachability and rates"}, options.topology);
  visit(Field{"ipv6", "", "IPv6 completeness"}, options.ipv6);
}

struct Result {
  topology::Result topology;
  ipv6::Result ipv6;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"topology", "", "reachability and rates"}, result.topology);
  visit(Field{"ipv6", "", "IPv6 completeness"}, result.ipv6);
}

[[nodiscard]] Result simulate(const Park& park, const Options& options);

}  // namespace parktwin::wired
