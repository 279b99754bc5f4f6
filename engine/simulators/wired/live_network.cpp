#include "engine/simulators/wired/live_network.h"

#include "engine/simulators/wired/failures/memory.h"
#include "engine/simulators/wired/ipv6/memory.h"
#include "engine/simulators/wired/optical/memory.h"
#include "engine/simulators/wired/tsn/memory.h"

namespace parktwin::wired {

struct LiveNetwork::Memory {
  ipv6::Memory ipv6;
  failures::Memory failures;
  optical::Memory optical;
  tsn::Memory tsn;
};

LiveNetwork::LiveNetwork(const Park& park, const Options& options, std::uint64_t seed)
    : options_(options), seed_(seed), memory_(std::make_unique<Memory>()) {
  update(park);
}

LiveNetwork::~LiveNetwork() = default;
LiveNetwork::LiveNetwork(LiveNetwork&&) noexcept = default;
LiveNetwork& LiveNetwork::operator=(LiveNetwork&&) noexcept = default;

void LiveNetwork::update(const Park& park) {
  const network::LayeredNetwork network = network::layered_network(park);
  result_ = {topology::simulate(park, network, options_.topology), ipv6::simulate(park, network, options_.ipv6, seed_, memory_->ipv6),
             failures::simulate(park, network, options_.failures, memory_->failures),
             optical::simulate(park, options_.optical, memory_->optical), tsn::simulate(park, options_.tsn, seed_, memory_->tsn)};
}

}  // namespace parktwin::wired
