#ifndef TIAOWEN_CLIBZIP_SHIM_H
#define TIAOWEN_CLIBZIP_SHIM_H

#include <zip.h>

#endif
