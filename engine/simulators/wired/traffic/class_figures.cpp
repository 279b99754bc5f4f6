#include <algorithm>
#include <cmath>

#include "engine/core/parallel.h"
#include "engine/simulators/wired/traffic/outcomes.h"

namespace parktwin::wired::traffic {
namespace {

struct Part {
  double weight = 0.0;
  const Delay* delay = nullptr;
};

double share_within(const std::vector<Part>& parts, double seconds) {
  double share = 0.0;
  for (const Part& part : parts) share += part.weight * traffic::share_within(*part.delay, seconds);
  return share;
}

/// Percentile of the mixture, above `low_s`, to a millionth; by false position with halved ends (Illinois).
double mixed_percentile_s(const std::vector<Part>& parts, double share, double low_s) {
  double low = share_within(parts, low_s) - share;
  if (low >= 0.0) return low_s;
  double step_s = std::max(low_s, 1e-6);
  double high_s = low_s + step_s;
  double high = share_within(parts, high_s) - share;
  while (high < 0.0) {
    low_s = high_s;
    low = high;
    step_s *= 2.0;
    high_s += step_s;
    high = share_within(parts, high_s) - share;
  }
  int side = 0;
  for (int i = 0; i < 100 && high_s - low_s > 1e-6 * high_s && high > 0.0; ++i) {
    const double weight = i % 3 == 2 ? 0.5 : low / (low - high);  // every third step halves, whatever the shape
    const double middle_s = low_s + weight * (high_s - low_s);
    const double middle = share_within(parts, middle_s) - share;
    if (middle < 0.0) {
      low_s = middle_s;
      low = middle;
      if (side == -1) high /= 2.0;
      side = -1;
    } else {
      high_s = middle_s;
      high = middle;
      if (side == 1) low /= 2.0;
      side = 1;
    }
  }
  return high_s;
}

void put_delays(const std::vector<Part>& parts, ClassFigures& figures) {
  double least_s = parts.front().delay->fixed_s;
  for (const Part& part : parts) {
    figures.mean_ms += part.weight * part.delay->mean_s() * 1e3;
    least_s = std::min(least_s, part.delay->fixed_s);
  }
  double from_s = least_s;
  const auto next = [&](double share) {
    from_s = mixed_percentile_s(parts, share, from_s);
    return from_s * 1e3;
  };
  figures.p50_ms = next(0.5);
  figures.p95_ms = next(0.95);
  figures.p99_ms = next(0.99);
  figures.p999_ms = next(0.999);
}

ClassFigures figures_of(const Profile& profile, const std::vector<Flow>& flows, const std::vector<Delay>& delays) {
  ClassFigures figures;
  figures.source = profile.source;
  figures.destination = profile.destination;
  figures.sample_bytes = profile.sample_bytes;
  figures.target_ms = profile.target_ms;
  figures.basis = profile.basis;
  std::vector<Part> parts;
  double arriving_per_s = 0.0;
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const Flow& flow = flows[i];
    if (flow.source != profile.source) continue;
    figures.units += flow.units;
    figures.up_mbit_s += flow.up_mbit_s;
    figures.down_mbit_s += flow.down_mbit_s;
    figures.samples_per_s += flow.samples_per_s;
    const double arriving = flow.samples_per_s * flow.delivered_share;
    figures.on_time_per_s += flow.samples_per_s * flow.on_time_share;
    figures.late_per_s += flow.samples_per_s * std::max(0.0, flow.delivered_share - flow.on_time_share);
    const bool gets_nowhere = flow.state == FlowState::no_access || flow.state == FlowState::no_radio || flow.state == FlowState::no_path;
    (gets_nowhere ? figures.lost_no_path_per_s : figures.lost_overload_per_s) += std::max(0.0, flow.samples_per_s - arriving);
    if (arriving > 0.0) parts.push_back({arriving, &delays[i]});
    arriving_per_s += arriving;
  }
  for (Part& part : parts) part.weight /= arriving_per_s;
  if (!parts.empty()) put_delays(parts, figures);
  return figures;
}

}  // namespace

std::vector<ClassFigures> class_figures(const std::vector<Flow>& flows, const std::vector<Delay>& delays,
                                        const std::vector<Profile>& profiles) {
  std::vector<ClassFigures> all(profiles.size());
  parallel_for(profiles.size(), [&](std::size_t i) { all[i] = figures_of(profiles[i], flows, delays); });
  return all;
}

}  // namespace parktwin::wired::traffic
