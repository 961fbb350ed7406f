#include "textflag.h"

// func prefetch(base *byte, features []uint64, up, down, size uint64)
TEXT ·prefetch(SB), NOSPLIT, $0-56
	MOVQ base+0(FP), DI
	MOVQ features_base+8(FP), SI
	MOVQ features_len+16(FP), DX
	MOVQ up+32(FP), R8
	MOVQ down+40(FP), R9
	MOVQ size+48(FP), R10
	LEAQ (SI)(DX*8), DX
next:
	CMPQ SI, DX
	JAE  done
	MOVQ (SI), AX
	MOVQ R8, CX
	SHLQ CX, AX
	MOVQ R9, CX
	SHRQ CX, AX
	IMULQ R10, AX
	PREFETCHT0 (DI)(AX*1)
	ADDQ $8, SI
	JMP  next
done:
	RET
