#include "engine/simulators/radio/reference/edge_string.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>
#include <vector>

#include "engine/core/check.h"
#include "engine/simulators/radio/reference/diffraction_coefficient.h"

namespace parktwin::radio::reference {
namespace {

using std::numbers::pi;

// Gauss-Legendre on [−1, 1], eight points (Abramowitz & Stegun table 25.4).
constexpr std::array<double, 4> gauss_points = {0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363};
constexpr std::array<double, 4> gauss_weights = {0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763};
constexpr double negligible_exponent = 36.0;
constexpr int most_panels = 400;

struct Nodes {
  std::vector<double> at;  // of √k·height above the edge
  std::vector<Complex> weight;
};

Nodes nodes_over(double reach, double scale) {
  const int panels = std::clamp(static_cast<int>(std::ceil(reach / scale)), 4, most_panels);
  const double half = 0.5 * reach / panels;
  Nodes nodes;
  for (int panel = 0; panel < panels; ++panel) {
    const double middle = (2 * panel + 1) * half;
    for (std::size_t i = 0; i < gauss_points.size(); ++i) {
      for (const double sign : {-1.0, 1.0}) {
        nodes.at.push_back(middle + sign * half * gauss_points[i]);
        nodes.weight.emplace_back(half * gauss_weights[i]);
      }
    }
  }
  return nodes;
}

// Takes the sums over the edge before into the weights of the next.
void pass_on(const Nodes& before, double leg_m, double side, Nodes& next) {
  const double inverse = 0.5 / leg_m;
  for (std::size_t j = 0; j < next.at.size(); ++j) {
    Complex sum = 0.0;
    for (std::size_t m = 0; m < before.at.size(); ++m) {
      const double step = next.at[j] - side * before.at[m];
      const double exponent = inverse * step * step;
      if (exponent < negligible_exponent) sum += before.weight[m] * std::exp(-exponent);
    }
    next.weight[j] *= sum;
  }
}

// Of the tridiagonal form with 1/d before + 1/d after on and ∓1/d beside the diagonal.
double determinant(const std::vector<double>& legs) {
  double previous = 1.0;
  double value = 1.0 / legs[0] + 1.0 / legs[1];
  for (std::size_t i = 1; i + 1 < legs.size(); ++i) {
    const double next = (1.0 / legs[i] + 1.0 / legs[i + 1]) * value - previous / (legs[i] * legs[i]);
    previous = value;
    value = next;
  }
  return value;
}

}  // namespace

Complex single_edge_factor(double bend, double distance_m, double wave_number_per_m) {
  const double x = 0.5 * wave_number_per_m * distance_m * bend * bend;
  if (x < 1e-24) return 0.5;
  return transition_function(x) / (2.0 * std::polar(std::sqrt(pi * x), 0.25 * pi));
}

// With heights t above the edges and legs d, the phase along the string grows by k/2 Σ (t_{i+1} − t_i)²/d_i + k Σ bend_i t_i; on the
// rotated path t = e^(−jπ/4) τ/√k the integrand is exp(−½ Σ(τ_{i+1} − τ_i)²/d_i − √k e^(jπ/4) Σ bend_i τ_i).
Complex edge_string_factor(std::span<const StringEdge> edges, double last_leg_m, double wave_number_per_m) {
  PARKTWIN_CHECK(!edges.empty() && last_leg_m > 0.0, "a string needs an edge and legs");
  const std::size_t count = edges.size();
  std::vector<double> legs;
  for (const auto& edge : edges) legs.push_back(edge.leg_before_m);
  legs.push_back(last_leg_m);
  const double total = std::accumulate(legs.begin(), legs.end(), 0.0);
  double before = 0.0;
  Nodes last;
  for (std::size_t i = 0; i < count; ++i) {
    before += legs[i];
    const double root = std::sqrt(wave_number_per_m) * edges[i].bend;
    const double decay = root * std::numbers::sqrt2 / 2.0;
    double reach = std::sqrt(2.0 * negligible_exponent * before * (total - before) / total);
    double scale = 1.5 / std::sqrt(1.0 / legs[i] + 1.0 / legs[i + 1]);
    if (decay > 0.0) {
      reach = std::min(reach, negligible_exponent / decay);
      scale = std::min(scale, 2.0 / decay);
    }
    Nodes nodes = nodes_over(reach, scale);
    const double outer = (i == 0 ? 1.0 / legs[0] : 0.0) + (i + 1 == count ? 1.0 / last_leg_m : 0.0);
    for (std::size_t j = 0; j < nodes.at.size(); ++j) {
      const double t = nodes.at[j];
      nodes.weight[j] *= std::exp(-0.5 * outer * t * t - std::polar(root, 0.25 * pi) * t);
    }
    if (i > 0) pass_on(last, legs[i], edges[i].side, nodes);
    last = std::move(nodes);
  }
  const Complex sum = std::accumulate(last.weight.begin(), last.weight.end(), Complex(0.0));
  return std::sqrt(determinant(legs) / std::pow(2.0 * pi, static_cast<double>(count))) * sum;
}

}  // namespace parktwin::radio::reference
