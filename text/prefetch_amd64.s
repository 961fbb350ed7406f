#include "textflag.h"

// func prefetch(words *uint64, features []uint64, turn uint, mask uint64)
TEXT ·prefetch(SB), NOSPLIT, $0-48
	MOVQ words+0(FP), DI
	MOVQ features_base+8(FP), SI
	MOVQ features_len+16(FP), DX
	MOVQ turn+32(FP), CX
	MOVQ mask+40(FP), R8
	LEAQ (SI)(DX*8), DX
	JMP  more
next:
	MOVQ (SI), AX
	ROLQ CX, AX
	ANDQ R8, AX
	PREFETCHT0 (DI)(AX*8)
	ADDQ $8, SI
more:
	CMPQ SI, DX
	JB   next
	RET
