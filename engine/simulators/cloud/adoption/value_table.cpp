#include "engine/simulators/cloud/adoption/value_table.h"

#include <algorithm>
#include <cmath>

#include "engine/core/parallel.h"

namespace parktwin::cloud::adoption {
namespace {

/// The push of a moment between two months; the last one beyond the table.
double push_at(const std::vector<double>& push, double month) {
  const double at = std::min(month, static_cast<double>(push.size() - 1));
  const auto before = static_cast<std::size_t>(at);
  const std::size_t after = std::min(before + 1, push.size() - 1);
  return push[before] + (at - static_cast<double>(before)) * (push[after] - push[before]);
}

/// Weights of an enterprise's peers: of those on a cloud today, and of all.
struct PeersToday {
  double adopted = 0.0;
  double all = 0.0;
};

void fill(const Setting& setting, std::size_t without, std::size_t enterprise, ValueTable& table) {
  const Options& options = setting.options;
  std::array<PeersToday, level_count> peers;
  for (std::size_t level = 0; level < level_count; ++level) {
    for (const Peer& peer : setting.graph.peers[enterprise]) {
      peers[level].all += peer.weight;
      peers[level].adopted += peer.weight * setting.situations[level].state.adopted[peer.enterprise];
    }
  }
  for (std::int32_t month = 1; month <= setting.months; ++month) {
    const Help help = help_for(setting.campaigns, without, enterprise, month, options);
    const bool barred =
        barrier_of(setting.park.enterprises->records()[enterprise], setting.drivers.access[enterprise], help, options) != Barrier::none;
    const double price = options.price_weight * (1.0 - std::pow(1.0 + options.price_change_per_year, month / 12.0));
    const double common = own_value(setting.drivers, enterprise, help.better_access, options) + help.value + price;
    for (std::size_t level = 0; level < level_count; ++level) {
      const LevelCurve& curve = setting.curves[level];
      const auto row = level * static_cast<std::size_t>(setting.months) + static_cast<std::size_t>(month) - 1;
      const double pull = peers[level].adopted - peers[level].all * curve.target[static_cast<std::size_t>(month) - 1];
      table.value[row * table.stride + enterprise] =
          barred ? barred_value : fixed(common + push_at(curve.push, month + help.months_ahead) + options.peer_weight * pull);
    }
  }
}

}  // namespace

std::size_t stride_of(std::size_t enterprises) { return (enterprises + lanes_per_block - 1) / lanes_per_block * lanes_per_block; }

ValueTable value_table(const Setting& setting, std::size_t without) {
  const std::size_t enterprises = setting.park.enterprises->size();
  ValueTable table{stride_of(enterprises), {}};
  table.value.assign(level_count * static_cast<std::size_t>(setting.months) * table.stride, barred_value);
  parallel_for(enterprises, [&](std::size_t i) { fill(setting, without, i, table); });
  return table;
}

}  // namespace parktwin::cloud::adoption
