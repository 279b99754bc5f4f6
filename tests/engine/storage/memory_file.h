#pragma once
// An HDF5 file in memory for tests, with the library held.
#include "engine/storage/hdf5_library.h"

namespace parktwin::storage::testing {

struct MemoryFile {
  hdf5::Session session;
  hdf5::Handle file;
  hdf5::Handle root;

  MemoryFile() {
    const hdf5::Handle access(H5Pcreate(H5P_FILE_ACCESS), "properties");
    hdf5::require(H5Pset_fapl_core(access.get(), 1 << 20, false), "properties");
    file = hdf5::Handle(H5Fcreate("test.h5", H5F_ACC_TRUNC, H5P_DEFAULT, access.get()), "file");
    root = hdf5::Handle(H5Gopen2(file.get(), "/", H5P_DEFAULT), "root");
  }
};

}  // namespace parktwin::storage::testing
