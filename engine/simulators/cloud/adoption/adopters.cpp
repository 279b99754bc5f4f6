#include "engine/simulators/cloud/adoption/adopters.h"

#include <algorithm>

#include "engine/core/parallel.h"
#include "engine/core/vector_clones.h"

namespace parktwin::cloud::adoption {
namespace {

constexpr std::size_t lanes = lanes_per_block;
constexpr std::size_t replicas_per_chunk = 16;

/// Whether a value with its gain reaches the threshold anywhere in the block.
PARKTWIN_VECTOR_CLONES
bool any_reached(const std::int32_t* __restrict value, const std::int32_t* __restrict gain, const std::int32_t* __restrict threshold) {
  std::int32_t any = 0;
  for (std::size_t i = 0; i < lanes; ++i) any |= value[i] + gain[i] >= threshold[i] ? 1 : 0;
  return any != 0;
}

/// Lists of one length each, one after the other.
template <class T>
struct Lists {
  std::vector<std::size_t> first{0};
  std::vector<T> items;

  void close() { first.push_back(items.size()); }
  [[nodiscard]] const T* begin(std::size_t list) const { return items.data() + first[list]; }
  [[nodiscard]] const T* end(std::size_t list) const { return items.data() + first[list + 1]; }
};

struct Gain {
  std::uint32_t enterprise = 0;
  std::int32_t amount = 0;
};

/// What an adopter does to others.
struct Influence {
  Lists<Gain> gains;             ///< to those who look at it
  Lists<std::uint32_t> waiting;  ///< those who come only after it

  explicit Influence(const Setting& setting) {
    const std::size_t count = setting.graph.peers.size();
    std::vector<std::vector<Gain>> gains_of(count);
    std::vector<std::vector<std::uint32_t>> waiting_for(count);
    for (std::size_t i = 0; i < count; ++i) {
      for (const Peer& peer : setting.graph.peers[i]) {
        gains_of[peer.enterprise].push_back({static_cast<std::uint32_t>(i), fixed(setting.options.peer_weight * peer.weight)});
      }
      for (const std::uint32_t supplier : setting.graph.goes_first[i]) waiting_for[supplier].push_back(static_cast<std::uint32_t>(i));
    }
    for (std::size_t i = 0; i < count; ++i) {
      gains.items.insert(gains.items.end(), gains_of[i].begin(), gains_of[i].end());
      gains.close();
      waiting.items.insert(waiting.items.end(), waiting_for[i].begin(), waiting_for[i].end());
      waiting.close();
    }
  }
};

/// One replica after the other, in storage that is used again.
class Replica {
 public:
  Replica(const Setting& setting, const ValueTable& values, const Influence& influence)
      : setting_(setting),
        values_(values),
        influence_(influence),
        count_(setting.graph.peers.size()),
        gain_(level_count * values.stride),
        asked_(level_count * values.stride),
        threshold_(level_count * values.stride),
        locks_(level_count * values.stride) {}

  void run(const Thresholds& thresholds, std::uint32_t replica, std::uint16_t* months) {
    months_ = months;
    start(thresholds, replica);
    for (std::int32_t month = 1; month <= setting_.months; ++month) {
      for (std::size_t level = 0; level < level_count; ++level) step(level, month);
    }
  }

 private:
  void start(const Thresholds& thresholds, std::uint32_t replica) {
    std::fill(gain_.begin(), gain_.end(), 0);
    thresholds.draw(replica, values_.stride, asked_);
    std::fill(threshold_.begin(), threshold_.end(), never_reached);
    std::fill(locks_.begin(), locks_.end(), 0U);
    for (std::size_t level = 0; level < level_count; ++level) {
      const auto& adopted = setting_.situations[level].state.adopted;
      for (std::size_t i = 0; i < count_; ++i) {
        const std::size_t at = level * values_.stride + i;
        months_[level * count_ + i] = adopted[i] != 0 ? 0 : never;
        if (adopted[i] != 0) continue;
        for (const std::uint32_t supplier : setting_.graph.goes_first[i]) locks_[at] += adopted[supplier] != 0 ? 0U : 1U;
        if (level > 0 && setting_.situations[level - 1].state.adopted[i] == 0) ++locks_[at];
        if (locks_[at] == 0) threshold_[at] = asked_[at];
      }
    }
  }

  void step(std::size_t level, std::int32_t month) {
    const std::size_t base = level * values_.stride;
    const std::int32_t* value =
        values_.value.data() + (level * static_cast<std::size_t>(setting_.months) + static_cast<std::size_t>(month) - 1) * values_.stride;
    come_.clear();
    for (std::size_t block = 0; block < values_.stride; block += lanes) {
      if (!any_reached(value + block, gain_.data() + base + block, threshold_.data() + base + block)) continue;
      for (std::size_t i = block; i < block + lanes; ++i) {
        if (value[i] + gain_[base + i] >= threshold_[base + i]) come_.push_back(i);
      }
    }
    for (const std::size_t i : come_) {
      threshold_[base + i] = never_reached;
      months_[level * count_ + i] = static_cast<std::uint16_t>(month);
      for (const Gain* gain = influence_.gains.begin(i); gain != influence_.gains.end(i); ++gain) {
        gain_[base + gain->enterprise] += gain->amount;
      }
      for (const std::uint32_t* other = influence_.waiting.begin(i); other != influence_.waiting.end(i); ++other) unlock(base + *other);
      if (level + 1 < level_count) unlock(base + values_.stride + i);
    }
  }

  /// One thing less that an enterprise waits for.
  void unlock(std::size_t at) {
    if (locks_[at] > 0 && --locks_[at] == 0) threshold_[at] = asked_[at];
  }

  const Setting& setting_;
  const ValueTable& values_;
  const Influence& influence_;
  std::size_t count_;
  std::vector<std::int32_t> gain_;
  std::vector<std::int32_t> asked_;
  std::vector<std::int32_t> threshold_;  ///< of those who may come
  std::vector<std::uint32_t> locks_;     ///< suppliers and lower levels waited for
  std::vector<std::size_t> come_;
  std::uint16_t* months_ = nullptr;
};

}  // namespace

AdoptionMonths adopt(const Setting& setting, const ValueTable& values, const Thresholds& thresholds, std::size_t replicas) {
  const std::size_t enterprises = setting.graph.peers.size();
  AdoptionMonths months{enterprises, replicas, std::vector<std::uint16_t>(replicas * level_count * enterprises)};
  const Influence influence(setting);
  parallel_chunks(replicas, replicas_per_chunk, [&](std::size_t begin, std::size_t end) {
    Replica replica(setting, values, influence);
    for (std::size_t r = begin; r < end; ++r) {
      replica.run(thresholds, static_cast<std::uint32_t>(r), months.month.data() + r * level_count * enterprises);
    }
  });
  return months;
}

}  // namespace parktwin::cloud::adoption
