#pragma once
// A nodal admittance matrix factored once, A = L D U with unit triangles, for thousands of right sides. Its diagonal is strong and its
// pattern symmetric, so pivots stay on the diagonal in minimum-degree order (AMD: Amestoy, Davis, Duff, ACM TOMS 30(3), 2004,
// doi:10.1145/1024074.1024081); a radial grid has no fill. L and U differ only where transformers shift phases.
#include <complex>
#include <cstdint>
#include <vector>

namespace parktwin::energy::grid {

struct AdmittanceFactors {
  std::vector<std::uint32_t> order;  ///< row of the matrix at each place of the elimination
  std::vector<std::uint32_t> place;  ///< and back
  // Of each place, the later places it is coupled to: column of L and row of U.
  std::vector<std::uint32_t> begin;
  std::vector<std::uint32_t> later;
  std::vector<std::complex<double>> lower;
  std::vector<std::complex<double>> upper;
  std::vector<std::complex<double>> inverse_pivot;
  bool regular = true;  ///< false: a pivot vanished

  /// In place, by row of the matrix. Precondition: regular.
  void solve(std::vector<std::complex<double>>& right_side) const;
};

/// Rows of a matrix of symmetric pattern with full diagonal, columns rising.
[[nodiscard]] AdmittanceFactors factor_admittance(const std::vector<std::uint32_t>& row_begin, const std::vector<std::uint32_t>& column,
                                                  const std::vector<std::complex<double>>& value);

}  // namespace parktwin::energy::grid
