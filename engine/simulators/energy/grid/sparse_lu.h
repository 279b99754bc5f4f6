#pragma once
// Solves A x = b again and again for one sparse pattern and changing values: ordering and symbolic factorisation once, numeric
// refactorisation with the same pivots afterwards, new pivots where those have become poor. KLU (Davis, Palamadai Natarajan, ACM TOMS
// 37(3), 2010, doi:10.1145/1824801.1824814).
#include <memory>
#include <vector>

namespace parktwin::energy::grid {

class SparseLu {
 public:
  /// Rows of A: `row_begin` (size n + 1) and `column`.
  SparseLu(std::vector<int> row_begin, std::vector<int> column);
  ~SparseLu();
  SparseLu(SparseLu&&) noexcept;
  SparseLu& operator=(SparseLu&&) noexcept;
  SparseLu(const SparseLu&) = delete;
  SparseLu& operator=(const SparseLu&) = delete;

  /// Values in the order of the pattern. False: singular or not finite.
  [[nodiscard]] bool factor(std::vector<double>& values);
  /// In place. False: no factors. Precondition: size n.
  [[nodiscard]] bool solve(std::vector<double>& right_side);

 private:
  struct Factors;
  std::unique_ptr<Factors> factors_;
};

}  // namespace parktwin::energy::grid
