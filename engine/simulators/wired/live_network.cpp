#include "engine/simulators/wired/live_network.h"

#include "engine/simulators/wired/failures/memory.h"

namespace parktwin::wired {

LiveNetwork::LiveNetwork(const Park& park, const Options& options, std::uint64_t seed)
    : options_(options), seed_(seed), memory_(std::make_unique<failures::Memory>()) {
  update(park);
}

LiveNetwork::~LiveNetwork() = default;
LiveNetwork::LiveNetwork(LiveNetwork&&) noexcept = default;
LiveNetwork& LiveNetwork::operator=(LiveNetwork&&) noexcept = default;

void LiveNetwork::update(const Park& park) {
  const network::LayeredNetwork network = network::layered_network(park);
  result_ = {topology::simulate(park, network, options_.topology), ipv6::simulate(park, options_.ipv6, seed_),
             failures::simulate(park, network, options_.failures, *memory_), optical::simulate(park, options_.optical),
             tsn::simulate(park, options_.tsn, seed_)};
}

}  // namespace parktwin::wired
