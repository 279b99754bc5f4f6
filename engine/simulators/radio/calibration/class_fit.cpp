#include "engine/simulators/radio/calibration/class_fit.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <vector>

#include "engine/core/check.h"

namespace parktwin::radio::calibration {
namespace {

constexpr double huber_limit = 1.345;  // scales
constexpr double normal_quartile = 0.6744897501960817;
constexpr double least_scale_db = 1e-6;  // more than half of the errors fitted exactly
constexpr double at_rest_db = 1e-6;
constexpr int most_rounds = 200;

double mean_lg_distance(std::span<const Sample> samples) {
  double sum = 0.0;
  for (const auto& sample : samples) sum += sample.lg_distance;
  return sum / static_cast<double>(samples.size());
}

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return 0.5 * (*middle + *std::max_element(values.begin(), middle));
}

/// The linear problem of one class; holds what its steps share.
class Fitting {
 public:
  Fitting(std::span<const Sample> samples, const FitForm& form)
      : samples_(samples), form_(form), pivot_(mean_lg_distance(samples)), spread_(spread_of_lg_distance(samples)) {
    coefficients_ = Eigen::VectorXd::Zero(form.slope && spread_ > 1e-9 ? 2 : 1);
  }

  ClassFit fit() {
    std::vector<double> weights(samples_.size(), 1.0);
    coefficients_ = solve(weights);
    ClassFit result;
    if (form_.robust) result.converged = reweight(weights);
    result.pivot_lg_distance = pivot_;
    result.offset_db = coefficients_(0);
    const Eigen::MatrixXd covariance = sandwich(weights);
    result.offset_standard_error_db = std::sqrt(covariance(0, 0));
    if (coefficients_.size() == 2) {
      result.slope_db_per_decade = coefficients_(1);
      result.slope_standard_error_db_per_decade = std::sqrt(covariance(1, 1));
    }
    return result;
  }

 private:
  [[nodiscard]] Eigen::VectorXd regressors(const Sample& sample) const {
    Eigen::VectorXd row = Eigen::VectorXd::Ones(coefficients_.size());
    if (row.size() == 2) row(1) = sample.lg_distance - pivot_;
    return row;
  }
  [[nodiscard]] double residual(const Sample& sample) const {
    double rest = sample.error_db - coefficients_(0);
    if (coefficients_.size() == 2) rest -= coefficients_(1) * (sample.lg_distance - pivot_);
    return rest;
  }
  /// What the ridge adds to the diagonal of the normal equations.
  [[nodiscard]] Eigen::VectorXd ridge() const {
    Eigen::VectorXd diagonal = Eigen::VectorXd::Constant(coefficients_.size(), form_.ridge_points);
    if (diagonal.size() == 2) diagonal(1) *= spread_ * spread_;
    return diagonal;
  }

  [[nodiscard]] Eigen::VectorXd solve(const std::vector<double>& weights) const {
    const auto count = static_cast<Eigen::Index>(samples_.size());
    const Eigen::Index width = coefficients_.size();
    Eigen::MatrixXd rows = Eigen::MatrixXd::Zero(count + width, width);
    Eigen::VectorXd right = Eigen::VectorXd::Zero(count + width);
    for (Eigen::Index i = 0; i < count; ++i) {
      const auto& sample = samples_[static_cast<std::size_t>(i)];
      const double root = std::sqrt(weights[static_cast<std::size_t>(i)]);
      rows(i, 0) = root;
      if (width == 2) rows(i, 1) = root * (sample.lg_distance - pivot_);
      right(i) = root * sample.error_db;
    }
    rows.bottomRows(width).diagonal() = ridge().cwiseSqrt();
    return rows.householderQr().solve(right);
  }

  /// Residuals up to the limit weigh 1, larger ones limit/|residual|.
  void weigh(std::vector<double>& weights) {
    std::vector<double> sizes(samples_.size());
    for (std::size_t i = 0; i < sizes.size(); ++i) sizes[i] = std::abs(residual(samples_[i]));
    std::vector<double> sorted = sizes;
    limit_ = huber_limit * std::max(median(sorted) / normal_quartile, least_scale_db);
    for (std::size_t i = 0; i < sizes.size(); ++i) weights[i] = sizes[i] <= limit_ ? 1.0 : limit_ / sizes[i];
  }

  bool reweight(std::vector<double>& weights) {
    for (int round = 0; round < most_rounds; ++round) {
      weigh(weights);
      const Eigen::VectorXd before = coefficients_;
      coefficients_ = solve(weights);
      Eigen::VectorXd change = (coefficients_ - before).cwiseAbs();
      if (change.size() == 2) change(1) *= spread_;
      if (change.maxCoeff() <= at_rest_db) {
        weigh(weights);
        return true;
      }
    }
    weigh(weights);
    return false;
  }

  /// A⁻¹·M·A⁻¹ with A = Σ ψ'·x·xᵀ + ridge over samples and M = Σ g·gᵀ over blocks, g = Σ weight·residual·x within a block.
  [[nodiscard]] Eigen::MatrixXd sandwich(const std::vector<double>& weights) const {
    const Eigen::Index width = coefficients_.size();
    Eigen::MatrixXd slopes = ridge().asDiagonal();
    std::map<std::uint32_t, Eigen::VectorXd> scores;
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      const Eigen::VectorXd row = regressors(samples_[i]);
      if (std::abs(residual(samples_[i])) <= limit_) slopes += row * row.transpose();
      const auto place = scores.try_emplace(samples_[i].block, Eigen::VectorXd::Zero(width)).first;
      place->second += weights[i] * residual(samples_[i]) * row;
    }
    const auto blocks = static_cast<double>(scores.size());
    const auto count = static_cast<double>(samples_.size());
    const auto unknowns = static_cast<double>(width);
    if (blocks < 2.0 || count <= unknowns) return Eigen::MatrixXd::Constant(width, width, std::numeric_limits<double>::quiet_NaN());
    Eigen::MatrixXd middle = Eigen::MatrixXd::Zero(width, width);
    for (const auto& [block, score] : scores) middle += score * score.transpose();
    const Eigen::MatrixXd inverse = slopes.inverse();
    return inverse * middle * inverse * (blocks / (blocks - 1.0) * (count - 1.0) / (count - unknowns));
  }

  std::span<const Sample> samples_;
  const FitForm& form_;
  double pivot_;
  double spread_;
  double limit_ = std::numeric_limits<double>::infinity();  // dB
  Eigen::VectorXd coefficients_;
};

}  // namespace

ClassFit fit_class(std::span<const Sample> samples, const FitForm& form) {
  PARKTWIN_CHECK(!samples.empty(), "a fit to nothing");
  return Fitting(samples, form).fit();
}

double spread_of_lg_distance(std::span<const Sample> samples) {
  if (samples.empty()) return 0.0;
  const double mean = mean_lg_distance(samples);
  double sum = 0.0;
  for (const auto& sample : samples) sum += (sample.lg_distance - mean) * (sample.lg_distance - mean);
  return std::sqrt(sum / static_cast<double>(samples.size()));
}

}  // namespace parktwin::radio::calibration
