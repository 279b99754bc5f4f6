#include "engine/simulators/energy/grid/short_circuit.h"

#include <gtest/gtest.h>

#include <Eigen/Dense>

#include "tests/engine/simulators/energy/grid/random_grid.h"

namespace parktwin::energy::grid {
namespace {

/// 10 kV source, 2 km of cable, 630 kVA transformer with 4 %.
Grid feeder() {
  Grid grid;
  grid.buses = {Bus{10e3}, Bus{10e3}, Bus{400.0}, Bus{400.0}};
  Source source;
  source.most_short_circuit_va = 250e6;
  source.least_short_circuit_va = 150e6;
  grid.sources = {source};
  grid.lines = {{0, 1, 0.4, 0.7, 0.5e-6, 300.0}};
  grid.transformers = {{1, 2, 630e3, 10e3, 400.0, 0.04, 6500.0, 1300.0, 0.01}};
  grid.transformers[0].tap_position = 2;
  grid.loads = {{2, 400e3, 100e3}};
  return grid;
}

// Z_Q = 1.1 · 10² / 250 = 0.44 Ω with R/X = 0.1; with the cable 0.44378 + j1.13782 Ω; Z_T = 0.0026203 + j0.0098150 Ω, K_T = 0.97489; by
// hand.
TEST(ShortCircuit, AgreesWithTheHandCalculation) {
  const auto found = short_circuits(feeder());
  EXPECT_NEAR(found.most[0].initial_a, 250e6 / (std::numbers::sqrt3 * 10e3), 1e-6);
  EXPECT_NEAR(found.most[1].initial_a, 5200.0857, 1e-3);
  EXPECT_NEAR(found.most[1].peak_a, 9737.7155, 1e-3);
  EXPECT_NEAR(found.most[2].initial_a, 20466.991, 1e-2);
  EXPECT_NEAR(found.most[2].peak_a, 41527.852, 1e-2);
  EXPECT_NEAR(found.most[2].power_va, std::numbers::sqrt3 * 400.0 * 20466.991, 10.0);
  EXPECT_NEAR(found.most[1].impedance_ohm.real(), 0.4437816, 1e-6);
  EXPECT_NEAR(found.least[1].initial_a, 3914.8312, 1e-3);
  EXPECT_NEAR(found.least[2].initial_a, 17548.464, 1e-2);
  EXPECT_NEAR(found.least[2].peak_a, 35398.715, 1e-2);
  EXPECT_FALSE(found.most[3].fed);
}

TEST(ShortCircuit, OptionsDecide) {
  const auto usual = short_circuits(feeder());
  ShortCircuitOptions wide;
  wide.low_voltage_most = 1.10;
  const auto most = short_circuits(feeder(), wide);
  EXPECT_GT(most.most[2].initial_a, usual.most[2].initial_a);
  EXPECT_EQ(most.most[1].initial_a, usual.most[1].initial_a);
  ShortCircuitOptions weak;
  weak.low_voltage_least = 0.90;
  EXPECT_NEAR(short_circuits(feeder(), weak).least[2].initial_a / usual.least[2].initial_a, 0.90 / 0.95, 1e-9);
  ShortCircuitOptions hot;
  hot.end_temperature_c = 160.0;
  EXPECT_LT(short_circuits(feeder(), hot).least[1].initial_a, usual.least[1].initial_a);
}

// In rings: the diagonal of the dense inverse, and method B for the peak.
TEST(ShortCircuit, RingsShareTheCurrent) {
  Grid grid = random_grid(9, {14, 3});
  grid.sources[0].most_short_circuit_va = 200e6;
  Eigen::MatrixXcd admittance = Eigen::MatrixXcd::Zero(14, 14);
  admittance(0, 0) = std::sqrt(1.01) / (1.1 * 100e6 / 200e6 * Complex(0.1, 1.0));
  for (const auto& line : grid.lines) {
    const Complex y = 1.0 / Complex(line.resistance_ohm, line.reactance_ohm);
    admittance(line.from, line.from) += y;
    admittance(line.to, line.to) += y;
    admittance(line.from, line.to) -= y;
    admittance(line.to, line.from) -= y;
  }
  const Eigen::MatrixXcd impedance = admittance.inverse();
  const auto found = short_circuits(grid);
  for (Eigen::Index bus = 0; bus < 14; ++bus) {
    const Complex z = impedance(bus, bus);
    const double initial = 1.1 * 10e3 / (std::numbers::sqrt3 * std::abs(z));
    EXPECT_NEAR(found.most[bus].initial_a, initial, 1e-6 * initial);
    const double kappa = std::min(1.15 * (1.02 + 0.98 * std::exp(-3.0 * z.real() / z.imag())), 2.0);
    EXPECT_NEAR(found.most[bus].peak_a, kappa * std::numbers::sqrt2 * initial, 1e-6 * initial);
    EXPECT_FALSE(found.least[bus].fed) << "the least short-circuit power is not known";
  }
}

}  // namespace
}  // namespace parktwin::energy::grid
