#include "engine/storage/hdf5_image.h"

namespace parktwin::storage::hdf5 {
namespace {

constexpr std::size_t growth_bytes = 16 * 1024 * 1024;

}  // namespace

Handle create_file_in_memory() {
  const Handle access(H5Pcreate(H5P_FILE_ACCESS), "cannot make file properties");
  require(H5Pset_fapl_core(access.get(), growth_bytes, false), "cannot keep a file in memory");
  return {H5Fcreate("memory.h5", H5F_ACC_TRUNC, H5P_DEFAULT, access.get()), "cannot create a file in memory"};
}

std::vector<std::byte> image_of(const Handle& file) {
  require(H5Fflush(file.get(), H5F_SCOPE_GLOBAL), "cannot complete the file");
  const ssize_t size = require(H5Fget_file_image(file.get(), nullptr, 0), "cannot read the file back");
  std::vector<std::byte> bytes(static_cast<std::size_t>(size));
  require(H5Fget_file_image(file.get(), bytes.data(), bytes.size()), "cannot read the file back");
  return bytes;
}

}  // namespace parktwin::storage::hdf5
