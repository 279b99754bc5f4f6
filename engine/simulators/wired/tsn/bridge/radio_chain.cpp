#include "engine/simulators/wired/tsn/bridge/radio_chain.h"

#include <algorithm>
#include <cstdint>

#include "engine/core/check.h"

namespace parktwin::wired::tsn::bridge {
namespace {

constexpr double negligible = 1e-13;
constexpr std::int64_t furthest_slots = 200'000;

constexpr std::int64_t divide_up(std::int64_t value, std::int64_t by) { return (value + by - 1) / by; }

class Chain {
 public:
  explicit Chain(const RadioChain& chain) : chain_(chain), frequency_division_(chain.slots == "FDD") {
    const std::string& slots = chain.slots;
    PARKTWIN_CHECK(frequency_division_ || (slots.find('D') != std::string::npos && slots.find('U') != std::string::npos),
                   "a slot of each direction");
    PARKTWIN_CHECK(chain.taken_first < 1.0 && chain.taken_again < 1.0 && chain.slots_per_frame > 0, "slots are left");
    pattern_ = frequency_division_ ? 1 : static_cast<std::int64_t>(slots.size());
  }

  DelayLaw law() const {
    std::vector<std::vector<Ending>> endings(static_cast<std::size_t>(pattern_));
    for (std::int64_t slot = 0; slot < pattern_; ++slot) endings[static_cast<std::size_t>(slot)] = endings_from(slot);
    const std::int64_t request_slots =
        chain_.request_period_ns > 0 ? divide_up(chain_.request_period_ns, pattern_ * chain_.slot_ns) * pattern_ : 0;
    const std::int64_t slots = std::max(request_slots, pattern_);
    const std::int64_t phases = slots * phases_per_slot;
    std::vector<DelayAtom> atoms;
    for (std::int64_t phase = 0; phase < phases; ++phase) {
      const Nanoseconds begin = phase * chain_.slot_ns / phases_per_slot;
      const Nanoseconds middle = begin + chain_.slot_ns / (2 * phases_per_slot);
      std::int64_t first = divide_up(middle + chain_.sending_ns, chain_.slot_ns);
      if (request_slots > 0) first = divide_up(first - first_up(), request_slots) * request_slots + first_up() + pattern_;
      for (const Ending& ending : endings[static_cast<std::size_t>(first % pattern_)]) {
        const Nanoseconds end = (first + ending.after_slots) * chain_.slot_ns;
        atoms.push_back({end + chain_.receiving_ns + chain_.core_ns - begin, ending.probability / static_cast<double>(phases)});
      }
    }
    return DelayLaw(std::move(atoms));
  }

 private:
  /// The frame is through at the end of a slot, so many slots after the first it could have had began.
  struct Ending {
    std::int64_t after_slots = 0;
    double probability = 0.0;
  };

  [[nodiscard]] bool is_of(std::int64_t slot, bool downlink) const {
    return frequency_division_ || chain_.slots[static_cast<std::size_t>(slot % pattern_)] == (downlink ? 'D' : 'U');
  }

  [[nodiscard]] std::int64_t first_up() const {
    std::int64_t slot = 0;
    while (!is_of(slot, false)) ++slot;
    return slot;
  }

  /// First slot a block that failed at the end of `slot` can be sent in again.
  [[nodiscard]] std::int64_t again_from(std::int64_t slot) const {
    std::int64_t answer = divide_up((slot + 1) * chain_.slot_ns + chain_.receiving_ns, chain_.slot_ns);
    while (!is_of(answer, !chain_.downlink)) ++answer;
    return divide_up((answer + 1) * chain_.slot_ns + chain_.sending_ns, chain_.slot_ns);
  }

  /// Probability per slot that a transmission ends with it, from those that it may begin in.
  [[nodiscard]] std::vector<double> ends_of(const std::vector<double>& begins, double taken) const {
    std::vector<double> waiting(static_cast<std::size_t>(chain_.slots_per_frame), 0.0);  // by slots it has had
    std::vector<double> ends;
    for (std::int64_t slot = 0; slot < furthest_slots; ++slot) {
      const auto i = static_cast<std::size_t>(slot);
      if (i < begins.size()) waiting[0] += begins[i];
      double left = 0.0;
      for (const double some : waiting) left += some;
      if (i >= begins.size() && left < negligible) break;
      ends.push_back(0.0);
      if (!is_of(slot, chain_.downlink)) continue;
      for (std::size_t had = waiting.size(); had-- > 0;) {
        const double served = waiting[had] * (1.0 - taken);
        waiting[had] -= served;
        (had + 1 < waiting.size() ? waiting[had + 1] : ends.back()) += served;
      }
    }
    return ends;
  }

  [[nodiscard]] std::vector<Ending> endings_from(std::int64_t first) const {
    std::vector<Ending> endings;
    std::vector<double> begins(static_cast<std::size_t>(first) + 1, 0.0);
    begins.back() = 1.0;
    double taken = chain_.taken_first;
    for (const double error : chain_.block_errors) {
      const auto ends = ends_of(begins, taken);
      begins.clear();
      for (std::size_t slot = 0; slot < ends.size(); ++slot) {
        if (!(ends[slot] > 0.0)) continue;
        endings.push_back({static_cast<std::int64_t>(slot) + 1 - first, ends[slot] * (1.0 - error)});
        const auto again = static_cast<std::size_t>(again_from(static_cast<std::int64_t>(slot)));
        if (begins.size() <= again) begins.resize(again + 1, 0.0);
        begins[again] += ends[slot] * error;
      }
      taken = chain_.taken_again;
    }
    return endings;
  }

  const RadioChain& chain_;
  bool frequency_division_;
  std::int64_t pattern_ = 1;
};

}  // namespace

DelayLaw delay_law_of(const RadioChain& chain) { return Chain(chain).law(); }

}  // namespace parktwin::wired::tsn::bridge
