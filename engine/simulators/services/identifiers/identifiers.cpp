#include "engine/simulators/services/identifiers/identifiers.h"

#include <functional>

#include "engine/simulators/services/identifiers/chain_model.h"
#include "engine/simulators/services/identifiers/input_faults.h"

namespace parktwin::services::identifiers {
namespace {

std::optional<double> share(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

std::optional<kernel::Interval> over_replicas(const std::vector<Replica>& replicas, double confidence,
                                              const std::function<std::optional<double>(const Replica&)>& measure) {
  std::vector<double> values;
  for (const auto& replica : replicas) {
    if (const auto value = measure(replica)) values.push_back(*value);
  }
  if (values.empty()) return std::nullopt;
  return kernel::mean_interval(values, confidence);
}

std::optional<double> percentile(const kernel::Percentiles& times, double at, double per_ns) {
  if (times.count() == 0) return std::nullopt;
  return per_ns * static_cast<double>(times.at(at));
}

}  // namespace

Result simulate(const Input& input, const Options& options) {
  input_faults(input, options).throw_if_any();
  const Catalogue catalogue(input.enterprises, input.zipf_exponent, options.seed);
  Result result;
  result.replicas =
      kernel::replicas(options.replicas, [&](std::uint32_t replica) { return ChainModel(input, options, catalogue, replica).run(); });
  const auto interval = [&](const std::function<std::optional<double>(const Replica&)>& measure) {
    return over_replicas(result.replicas, options.confidence, measure);
  };
  result.answered_per_day = *interval([&](const Replica& replica) { return static_cast<double>(replica.counts.answered) / options.days; });
  result.availability = interval([](const Replica& replica) { return share(replica.counts.answered, replica.counts.asked); });
  result.hit_ratio =
      interval([](const Replica& replica) { return share(replica.counts.from_cache, replica.counts.asked - replica.counts.refused); });
  result.mean_latency_ms =
      interval([](const Replica& replica) { return replica.counts.answered > 0 ? std::optional(replica.mean_latency_ms) : std::nullopt; });
  result.latency_p95_ms = interval([](const Replica& replica) { return percentile(replica.latency, 0.95, 1e-6); });
  result.synchronisation_p95_s = interval([](const Replica& replica) { return percentile(replica.synchronisation, 0.95, 1e-9); });
  result.completeness = interval([](const Replica& replica) { return share(replica.counts.synchronised, replica.counts.registered); });
  for (std::size_t node = 0; node < input.secondary.size(); ++node) {
    result.secondary_utilisation.push_back(*interval([&](const Replica& replica) { return replica.secondary[node].utilisation; }));
  }
  for (const auto& replica : result.replicas) result.latency.add(replica.latency);
  return result;
}

}  // namespace parktwin::services::identifiers
