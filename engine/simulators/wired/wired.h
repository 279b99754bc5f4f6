#pragma once
// The wired network as a whole: topology, what remains of it with IPv6 alone, what one or two failures cut off, whether light arrives, and
// whether periodic flows arrive in time.
#include "engine/simulators/wired/failures/failures.h"
#include "engine/simulators/wired/ipv6/ipv6.h"
#include "engine/simulators/wired/optical/optical.h"
#include "engine/simulators/wired/topology/topology.h"
#include "engine/simulators/wired/tsn/tsn.h"

namespace parktwin::wired {

struct Options {
  topology::Options topology;
  ipv6::Options ipv6;
  failures::Options failures;
  optical::Options optical;
  tsn::Options tsn;
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"topology", "", "reachability and rates"}, options.topology);
  visit(Field{"ipv6", "", "what works over IPv6 alone, and the addressing plan"}, options.ipv6);
  visit(Field{"failures", "", "single and double failures, availability"}, options.failures);
  visit(Field{"optical", "", "light budgets, protection, splitters"}, options.optical);
  visit(Field{"tsn", "", "periodic flows with deadlines"}, options.tsn);
}

struct Result {
  topology::Result topology;
  ipv6::Result ipv6;
  failures::Result failures;
  optical::Result optical;
  tsn::Result tsn;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"topology", "", "reachability and rates"}, result.topology);
  visit(Field{"ipv6", "", "what works over IPv6 alone, and the addressing plan"}, result.ipv6);
  visit(Field{"failures", "", "single and double failures, availability"}, result.failures);
  visit(Field{"optical", "", "light budgets, protection, splitters"}, result.optical);
  visit(Field{"tsn", "", "periodic flows with deadlines"}, result.tsn);
}

/// `seed`: of the unique local prefix, where the park needs one, and of offsets and best-effort traffic in the packet simulation.
[[nodiscard]] Result simulate(const Park& park, const Options& options, std::uint64_t seed);

}  // namespace parktwin::wired
