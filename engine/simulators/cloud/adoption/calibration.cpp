#include "engine/simulators/cloud/adoption/calibration.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace parktwin::cloud::adoption {
namespace {

constexpr double furthest_push = 60.0;
constexpr double most_of_the_open = 0.9999;
constexpr std::size_t least_years = 3;

double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

/// The push at which a growing function of it reaches `wanted`, searched around `start`; the ends of the range when it does not.
template <class Growing>
double push_for(const Growing& growing, double wanted, double start) {
  double low = start;
  double high = start;
  for (double step = 0.25; low > -furthest_push && growing(low) > wanted; step *= 2.0) low = std::max(-furthest_push, low - step);
  for (double step = 0.25; high < furthest_push && growing(high) < wanted; step *= 2.0) high = std::min(furthest_push, high + step);
  for (int k = 0; k < 60 && high - low > 1e-9; ++k) {
    const double middle = 0.5 * (low + high);
    (growing(middle) < wanted ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

class Level {
 public:
  Level(const Situation& situation, const Drivers& drivers, const PeerGraph& graph, const Options& options)
      : situation_(situation), graph_(graph), options_(options) {
    const std::size_t count = situation.state.adopted.size();
    for (std::size_t i = 0; i < count; ++i) own_.push_back(own_value(drivers, i, 0.0, options));
    expected_.assign(situation.state.adopted.begin(), situation.state.adopted.end());
    next_ = expected_;
    value_.resize(count);
  }

  /// ψ of today: what everybody's value must be so that the share of today would be expected.
  [[nodiscard]] double start(std::vector<double>& adopted_before) {
    look_at_peers(situation_.state.share);
    const auto all = [this](double push) {
      double sum = 0.0;
      for (const double value : value_) sum += logistic(value + push);
      return sum;
    };
    const double push = push_for(all, situation_.state.share * static_cast<double>(value_.size()), 0.0);
    adopted_before.assign(value_.size(), 0.0);
    for (std::size_t i = 0; i < value_.size(); ++i) {
      if (situation_.barred[i] == 0 && situation_.state.share > 0.0) adopted_before[i] = logistic(value_[i] + push);
    }
    for (std::size_t i = 0; i < value_.size(); ++i) {
      if (situation_.state.adopted[i] == 0 && situation_.barred[i] == 0) open_.push_back(i);
    }
    return push;
  }

  /// ψ of the month that ends at that share.
  [[nodiscard]] double advance(double share_before, double share, double push_before, const std::vector<double>& adopted_before) {
    look_at_peers(share_before);
    const auto gained = [&](double push) {
      double sum = 0.0;
      for (const std::size_t i : open_) {
        const double late = adopted_before[i];
        next_[i] = std::max(expected_[i], (logistic(value_[i] + push) - late) / (1.0 - late));
        sum += next_[i];
      }
      return sum;
    };
    const double wanted = std::min(static_cast<double>(value_.size()) * (share - situation_.state.share),
                                   most_of_the_open * static_cast<double>(open_.size()));
    const double push = push_for(gained, wanted, push_before);
    static_cast<void>(gained(push));
    for (const std::size_t i : open_) expected_[i] = next_[i];
    return push;
  }

 private:
  void look_at_peers(double share) {
    for (std::size_t i = 0; i < value_.size(); ++i) {
      double pull = 0.0;
      for (const Peer& peer : graph_.peers[i]) pull += peer.weight * (expected_[peer.enterprise] - share);
      value_[i] = own_[i] + options_.peer_weight * pull;
    }
  }

  const Situation& situation_;
  const PeerGraph& graph_;
  const Options& options_;
  std::vector<double> own_;
  std::vector<double> expected_;
  std::vector<double> next_;
  std::vector<double> value_;
  std::vector<std::size_t> open_;
};

}  // namespace

CurveChoice choose_curve(const Park& park, const Options& options) {
  CurveChoice choice;
  choice.curve = {options.bass_innovation_per_year, options.bass_imitation_per_year, options.bass_ceiling};
  std::map<std::int32_t, std::int32_t> of_year;
  std::int32_t adopters = 0;
  for (const auto& enterprise : *park.enterprises) {
    if (enterprise.cloud_level == CloudLevel::none) continue;
    ++adopters;
    if (!enterprise.cloud_since_year) continue;
    ++choice.dated_enterprises;
    ++of_year[*enterprise.cloud_since_year];
  }
  if (options.curve_source == CurveSource::given || of_year.size() < least_years) return choice;
  std::vector<Observation> observations;
  for (const auto& [year, count] : of_year) observations.push_back({year, count});
  const double dated_share = static_cast<double>(choice.dated_enterprises) / adopters;
  const BassFit fit = fit_bass(observations, dated_share * static_cast<double>(park.enterprises->size()), options.bass_ceiling);
  choice.curve = fit.curve;
  choice.fitted = true;
  choice.first_year = fit.first_year;
  choice.rms_error = fit.rms_error;
  return choice;
}

std::array<LevelState, level_count> states_today(const Park& park) {
  std::array<LevelState, level_count> states;
  for (std::size_t level = 0; level < level_count; ++level) {
    double count = 0.0;
    for (const auto& enterprise : *park.enterprises) {
      const bool adopted = enterprise.cloud_level >= level_at(level);
      states[level].adopted.push_back(adopted ? 1 : 0);
      count += adopted ? 1.0 : 0.0;
    }
    if (!park.enterprises->empty()) states[level].share = count / static_cast<double>(park.enterprises->size());
  }
  return states;
}

std::vector<double> targets(const BassCurve& curve, double share_today, std::int32_t months) {
  const double years_so_far = curve.years_until(share_today);
  std::vector<double> target{share_today};
  for (std::int32_t month = 1; month <= months; ++month) {
    target.push_back(std::max(share_today, curve.share(years_so_far + month / 12.0)));
  }
  return target;
}

LevelCurve calibrate(const BassCurve& curve, const Situation& situation, const Drivers& drivers, const PeerGraph& graph,
                     const Options& options, std::int32_t months) {
  LevelCurve calibrated;
  calibrated.target = targets(curve, situation.state.share, months);
  Level level(situation, drivers, graph, options);
  calibrated.push.push_back(level.start(calibrated.adopted_before));
  for (std::size_t month = 1; month < calibrated.target.size(); ++month) {
    calibrated.push.push_back(
        level.advance(calibrated.target[month - 1], calibrated.target[month], calibrated.push.back(), calibrated.adopted_before));
  }
  return calibrated;
}

}  // namespace parktwin::cloud::adoption
