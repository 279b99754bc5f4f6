#pragma once
// Run-time dispatch of vector kernels: one compilation for each of AVX-512, AVX2 and the baseline, chosen when the program starts. No
// clone contracts or reorders floating-point operations, so all give the same bits. Not under sanitisers (they start too late for the
// resolver) and not for clang, which has no such attribute for every target level.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__OPTIMIZE__) && !defined(__SANITIZE_THREAD__) && \
    !defined(__SANITIZE_ADDRESS__)
#define PARKTWIN_VECTOR_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define PARKTWIN_VECTOR_CLONES
#endif
