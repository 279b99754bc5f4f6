#include "engine/simulators/wired/tsn/bridge/radio_chain.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <vector>

#include "engine/simulators/wired/tsn/residence.h"

namespace parktwin::wired::tsn::bridge {
namespace {

/// The process frame by frame, slot by slot: none when every transmission fails. Shares nothing with the law.
std::optional<double> walk_ns(const RadioChain& chain, double arrival_ns, std::mt19937_64& random) {
  std::uniform_real_distribution<double> unit(0.0, 1.0);
  const auto slot_ns = static_cast<double>(chain.slot_ns);
  const std::size_t pattern = chain.slots == "FDD" ? 1 : chain.slots.size();
  const auto has = [&](long long slot, char direction) {
    return chain.slots == "FDD" || chain.slots[static_cast<std::size_t>(slot) % pattern] == direction;
  };
  const char own = chain.downlink ? 'D' : 'U';
  const char other = chain.downlink ? 'U' : 'D';
  const auto next_slot = [&](double time_ns) {
    long long slot = 0;
    while (static_cast<double>(slot) * slot_ns < time_ns) ++slot;
    return slot;
  };
  double ready_ns = arrival_ns + static_cast<double>(chain.sending_ns);
  if (chain.request_period_ns > 0) {
    const double pattern_ns = slot_ns * static_cast<double>(pattern);
    const double period_ns = std::ceil(static_cast<double>(chain.request_period_ns) / pattern_ns) * pattern_ns;
    long long up = 0;
    while (!has(up, 'U')) ++up;
    double request_ns = static_cast<double>(up) * slot_ns;
    while (request_ns < ready_ns) request_ns += period_ns;
    ready_ns = request_ns + pattern_ns;
  }
  for (std::size_t attempt = 0; attempt < chain.block_errors.size(); ++attempt) {
    long long slot = next_slot(ready_ns);
    for (int had = 0; had < chain.slots_per_frame; ++slot) {
      if (has(slot, own) && unit(random) >= (attempt == 0 ? chain.taken_first : chain.taken_again)) ++had;
    }
    const double decoded_ns = static_cast<double>(slot) * slot_ns + static_cast<double>(chain.receiving_ns);
    if (unit(random) >= chain.block_errors[attempt]) return decoded_ns + static_cast<double>(chain.core_ns) - arrival_ns;
    long long answer = next_slot(decoded_ns);
    while (!has(answer, other)) ++answer;
    ready_ns = static_cast<double>(answer + 1) * slot_ns + static_cast<double>(chain.sending_ns);
  }
  return std::nullopt;
}

RadioChain chain_of(const std::string& slots, bool downlink) {
  RadioChain chain;
  chain.slots = slots;
  chain.downlink = downlink;
  chain.sending_ns = 428'125;
  chain.receiving_ns = 356'771;
  chain.core_ns = 100'000;
  return chain;
}

/// Frames of the walk against the law at many delays: within five standard errors, plus one phase that the law may be above.
void expect_agrees(const RadioChain& chain) {
  const DelayLaw law = delay_law_of(chain);
  const std::size_t pattern = chain.slots == "FDD" ? 1 : chain.slots.size();
  const Nanoseconds span_ns = std::max<Nanoseconds>(chain.slot_ns * static_cast<Nanoseconds>(pattern), 8 * chain.request_period_ns);
  std::mt19937_64 random(17);
  std::uniform_real_distribution<double> arrival(0.0, static_cast<double>(span_ns));
  std::vector<double> delays;
  constexpr int frames = 40'000;
  for (int i = 0; i < frames; ++i) {
    if (const auto delay = walk_ns(chain, arrival(random), random)) delays.push_back(*delay);
  }
  std::sort(delays.begin(), delays.end());
  const auto walked_within = [&](double delay_ns) {
    return static_cast<double>(std::upper_bound(delays.begin(), delays.end(), delay_ns) - delays.begin()) / frames;
  };
  const auto error = [](double share) { return 5.0 * std::sqrt(std::max(share * (1.0 - share), 1e-4) / frames); };
  EXPECT_NEAR(law.arriving(), static_cast<double>(delays.size()) / frames, error(law.arriving()));
  const double phase_ns = static_cast<double>(chain.slot_ns) / phases_per_slot;
  for (int i = 0; i <= 200; ++i) {
    const double at_ns = static_cast<double>(law.atoms().front().delay_ns) + i * static_cast<double>(chain.slot_ns) / 7.0;
    const double share = law.within(std::llround(at_ns));
    EXPECT_LE(walked_within(at_ns - 2.0 * phase_ns), share + error(share)) << at_ns;
    EXPECT_GE(walked_within(at_ns + phase_ns), share - error(share)) << at_ns;
  }
}

TEST(RadioChain, AgreesWithAWalkThroughTheSlots) {
  for (const std::string slots : {"FDD", "DDDSU", "DSUUU", "DDSUUDDSUU", "DDDDDDDSUU"}) {
    for (const bool downlink : {true, false}) {
      SCOPED_TRACE(slots + (downlink ? " down" : " up"));
      RadioChain chain = chain_of(slots, downlink);
      expect_agrees(chain);
      chain.block_errors = {0.5, 0.3, 0.1};
      chain.taken_first = 0.3;
      chain.taken_again = 0.7;
      chain.slots_per_frame = 3;
      expect_agrees(chain);
    }
  }
}

TEST(RadioChain, AgreesWithAWalkWhereTheDeviceAsksFirst) {
  for (const std::string slots : {"FDD", "DDDSU", "DDSUUDDSUU"}) {
    for (const Nanoseconds period_ns : {500'000, 10'000'000, 7'300'000}) {
      SCOPED_TRACE(slots);
      RadioChain chain = chain_of(slots, false);
      chain.request_period_ns = period_ns;
      chain.taken_first = 0.5;
      const std::size_t pattern = slots == "FDD" ? 1 : slots.size();
      const Nanoseconds pattern_ns = chain.slot_ns * static_cast<Nanoseconds>(pattern);
      chain.request_period_ns = (period_ns + pattern_ns - 1) / pattern_ns * pattern_ns;  // the walk draws whole periods
      expect_agrees(chain);
    }
  }
}

TEST(RadioChain, WithoutErrorsAndOthersItIsTheResidence) {
  RadioCell cell;
  for (const std::string slots : {"FDD", "DDDSU", "DDSUUDDSUU"}) {
    for (const double spacing : {15e3, 30e3, 60e3, 120e3}) {
      for (const bool downlink : {true, false}) {
        cell.duplex_pattern = slots;
        cell.subcarrier_spacing = Hertz(spacing);
        const RadioTimes times = radio_times(cell);
        RadioChain chain;
        chain.slots = times.slots;
        chain.downlink = downlink;
        chain.slot_ns = times.slot_ns;
        chain.sending_ns = times.sending_ns;
        chain.receiving_ns = times.receiving_ns;
        chain.block_errors = {0.0};
        const DelayLaw law = delay_law_of(chain);
        const Residence residence = residence_ns(cell, downlink);
        const double near_ns = 1.5 * static_cast<double>(times.slot_ns) / phases_per_slot + 3.0;
        EXPECT_NEAR(law.arriving(), 1.0, 1e-9);
        EXPECT_NEAR(static_cast<double>(law.atoms().front().delay_ns), static_cast<double>(residence.least_ns), near_ns);
        EXPECT_NEAR(static_cast<double>(law.atoms().back().delay_ns), static_cast<double>(residence.most_ns), near_ns);
      }
    }
  }
}

TEST(RadioChain, MoreErrorsLoadAndSlotsNeverMakeItFaster) {
  RadioChain plain = chain_of("DDDSU", true);
  plain.block_errors = {0.1, 0.1};
  RadioChain lossy = plain;
  lossy.block_errors = {0.3, 0.1};
  RadioChain busy = plain;
  busy.taken_first = 0.5;
  RadioChain large = plain;
  large.slots_per_frame = 2;
  const DelayLaw law = delay_law_of(plain);
  for (const RadioChain& other : {lossy, busy, large}) {
    const DelayLaw slower = delay_law_of(other);
    for (Nanoseconds at = 0; at < 20'000'000; at += 100'000) EXPECT_LE(slower.within(at), law.within(at) + 1e-9) << at;
  }
  EXPECT_NEAR(delay_law_of(lossy).arriving(), 1.0 - 0.3 * 0.1, 1e-9);
}

}  // namespace
}  // namespace parktwin::wired::tsn::bridge
